package org.mtlsplayground.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;

/** Takes the certificates and revocation lists out of a PKCS#7 or CMS message (RFC 2315 §9.1, RFC 5652 §5.1). */
final class Pkcs7Items {
    private static final int CERTIFICATES = 0;
    private static final int CRLS = 1;

    private Pkcs7Items() {}

    static void add(byte[] encoded, Place place, Items items) throws ContentException {
        try {
            ContentInfo content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded));
            if (!content.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                // Enveloped, encrypted, digested data: no bundle of certificates.
                items.add(Item.Described.other(
                        place, "", ContentKind.PKCS7, content.getContentType().getId()));
                return;
            }
            int before = items.all().size();
            for (ASN1Encodable element : ASN1Sequence.getInstance(content.getContent())) {
                if (element instanceof ASN1TaggedObject tagged && tagged.hasContextTag()) {
                    addAll(tagged, place, items);
                }
            }
            if (items.all().size() == before) {
                items.add(Item.Described.other(place, "", ContentKind.PKCS7, ""));
            }
        } catch (IOException | RuntimeException e) {
            throw ContentException.damaged(LoadDetail.ASN1);
        }
    }

    private static void addAll(ASN1TaggedObject tagged, Place place, Items items) throws IOException, ContentException {
        for (ASN1Encodable element : ASN1Set.getInstance(tagged, false)) {
            byte[] der = element.toASN1Primitive().getEncoded(ASN1Encoding.DER);
            // Other choices (attribute certificates and such) are tagged.
            if (tagged.getTagNo() == CERTIFICATES && der[0] == (BERTags.SEQUENCE | BERTags.CONSTRUCTED)) {
                items.add(new CertificateItem(place, der));
            } else if (tagged.getTagNo() == CRLS && der[0] == (BERTags.SEQUENCE | BERTags.CONSTRUCTED)) {
                items.add(crl(der, place));
            }
        }
    }

    private static Item crl(byte[] der, Place place) throws ContentException {
        try {
            return new Item.Described(new FileEntry.Crl(place, ShapedItems.crl(der)));
        } catch (GeneralSecurityException e) {
            throw new ContentException(
                    LoadFault.of(LoadProblem.DAMAGED, LoadDetail.ASN1, "").found(ContentKind.CRL), e);
        }
    }
}
