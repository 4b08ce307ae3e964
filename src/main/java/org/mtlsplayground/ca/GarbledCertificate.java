package org.mtlsplayground.ca;

import java.math.BigInteger;
import java.security.Principal;
import java.security.PublicKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** A certificate in every respect, but that its encoding is something else: a peer that sends it sends just that. */
final class GarbledCertificate extends X509Certificate {
    private static final long serialVersionUID = 1L;

    private final X509Certificate sound;
    private final byte[] garbage;

    GarbledCertificate(X509Certificate sound, byte[] garbage) {
        this.sound = sound;
        this.garbage = garbage.clone();
    }

    @Override
    public byte[] getEncoded() {
        return garbage.clone();
    }

    @Override
    public PublicKey getPublicKey() {
        return sound.getPublicKey();
    }

    @Override
    public void checkValidity() throws CertificateExpiredException, CertificateNotYetValidException {
        sound.checkValidity();
    }

    @Override
    public void checkValidity(Date date) throws CertificateExpiredException, CertificateNotYetValidException {
        sound.checkValidity(date);
    }

    @Override
    public int getVersion() {
        return sound.getVersion();
    }

    @Override
    public BigInteger getSerialNumber() {
        return sound.getSerialNumber();
    }

    @Deprecated
    @Override
    public Principal getIssuerDN() {
        return sound.getIssuerX500Principal();
    }

    @Override
    public X500Principal getIssuerX500Principal() {
        return sound.getIssuerX500Principal();
    }

    @Deprecated
    @Override
    public Principal getSubjectDN() {
        return sound.getSubjectX500Principal();
    }

    @Override
    public X500Principal getSubjectX500Principal() {
        return sound.getSubjectX500Principal();
    }

    @Override
    public Date getNotBefore() {
        return sound.getNotBefore();
    }

    @Override
    public Date getNotAfter() {
        return sound.getNotAfter();
    }

    @Override
    public byte[] getTBSCertificate() throws java.security.cert.CertificateEncodingException {
        return sound.getTBSCertificate();
    }

    @Override
    public byte[] getSignature() {
        return sound.getSignature();
    }

    @Override
    public String getSigAlgName() {
        return sound.getSigAlgName();
    }

    @Override
    public String getSigAlgOID() {
        return sound.getSigAlgOID();
    }

    @Override
    public byte[] getSigAlgParams() {
        return sound.getSigAlgParams();
    }

    @Override
    public boolean[] getIssuerUniqueID() {
        return sound.getIssuerUniqueID();
    }

    @Override
    public boolean[] getSubjectUniqueID() {
        return sound.getSubjectUniqueID();
    }

    @Override
    public boolean[] getKeyUsage() {
        return sound.getKeyUsage();
    }

    @Override
    public int getBasicConstraints() {
        return sound.getBasicConstraints();
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return sound.hasUnsupportedCriticalExtension();
    }

    @Override
    public Set<String> getCriticalExtensionOIDs() {
        return sound.getCriticalExtensionOIDs();
    }

    @Override
    public Set<String> getNonCriticalExtensionOIDs() {
        return sound.getNonCriticalExtensionOIDs();
    }

    @Override
    public byte[] getExtensionValue(String oid) {
        return sound.getExtensionValue(oid);
    }

    @Override
    public void verify(PublicKey key) {
        throw new UnsupportedOperationException("Garbage has no signature");
    }

    @Override
    public void verify(PublicKey key, String provider) {
        verify(key);
    }

    @Override
    public String toString() {
        return "GarbledCertificate[" + getSubjectX500Principal() + "]";
    }
}
