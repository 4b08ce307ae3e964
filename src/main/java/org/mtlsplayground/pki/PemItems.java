package org.mtlsplayground.pki;

import java.util.Map;
import java.util.Optional;

/** Takes PEM apart, block by block. The label is a hint; what a key is, its content says. */
final class PemItems {
    private final byte[] text;
    private final Items items;
    private final char[] password;
    private byte[] parameters;
    private Place parametersPlace;

    private PemItems(byte[] text, Items items, char[] password) {
        this.text = text;
        this.items = items;
        this.password = password;
    }

    static void add(byte[] text, Items items, char[] password) throws ContentException {
        items.format(FileFormat.PEM);
        PemItems reader = new PemItems(text, items, password);
        PemBlocks blocks = new PemBlocks(text);
        for (boolean more = true; more; ) {
            try {
                Optional<PemBlocks.Block> block = blocks.next();
                more = block.isPresent();
                if (more) {
                    reader.take(blocks, block.get());
                }
            } catch (ContentException e) {
                if (e.fault().problem() == LoadProblem.TOO_BIG) {
                    throw e;
                }
                items.add(e.fault());
            }
        }
        if (reader.parameters != null && items.isEmpty()) {
            items.add(Item.Described.other(reader.parametersPlace, "", ContentKind.EC_PARAMETERS, ""));
        }
    }

    private void take(PemBlocks blocks, PemBlocks.Block block) throws ContentException {
        String label = block.label();
        ContentKind named = kindOf(label);
        if (named == ContentKind.OTHER_PEM || isNamedOnly(named)) {
            items.add(Item.Described.other(block.place(), "", named, named == ContentKind.OTHER_PEM ? label : ""));
            return;
        }
        PemBody body = PemBody.of(text, blocks, block);
        byte[] content = body.content();
        Map<String, String> headers = body.headers();
        if (headers.containsKey("DEK-Info")) {
            items.add(new KeyItem(block.place(), new TraditionalKey(label, headers.get("DEK-Info"), content)));
            return;
        }
        if (named == ContentKind.EC_PARAMETERS) {
            // They stand before a key, which says the same; only rarely does it leave that to them.
            parameters = content;
            parametersPlace = block.place();
            return;
        }
        if (named == ContentKind.CERTIFICATE) {
            items.add(new CertificateItem(block.place(), content));
            return;
        }
        DerShape shape = shapeOf(content, named, block.place());
        if (shape == DerShape.EC_PRIVATE_KEY) {
            items.add(new KeyItem(block.place(), new PlainKey(shape, content, parameters)));
        } else {
            // Made only here: plain certificates need nothing of Bouncy Castle, whose loading takes its time.
            new ShapedItems(items, password).add(shape, content, block.place());
        }
    }

    private static DerShape shapeOf(byte[] content, ContentKind named, Place place) throws ContentException {
        try {
            DerShape shape = ShapedItems.shape(content);
            if (shape != DerShape.UNKNOWN) {
                return shape;
            }
        } catch (ContentException e) {
            throw new ContentException(e.fault().found(named).at(place));
        }
        throw new ContentException(LoadFault.of(LoadProblem.DAMAGED, LoadDetail.ASN1, "")
                .found(named)
                .at(place));
    }

    /** What need not be read to know what it is. */
    private static boolean isNamedOnly(ContentKind kind) {
        return switch (kind) {
            case SSH_PRIVATE_KEY,
                    SSH_PUBLIC_KEY,
                    PGP_PUBLIC_KEY,
                    PGP_PRIVATE_KEY,
                    PGP_MESSAGE,
                    DH_PARAMETERS,
                    DSA_PARAMETERS,
                    ATTRIBUTE_CERTIFICATE -> true;
            default -> false;
        };
    }

    private static ContentKind kindOf(String label) {
        return switch (label) {
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> ContentKind.CERTIFICATE;
            case "PRIVATE KEY",
                    "ENCRYPTED PRIVATE KEY",
                    "RSA PRIVATE KEY",
                    "EC PRIVATE KEY",
                    "DSA PRIVATE KEY",
                    "ANY PRIVATE KEY" -> ContentKind.PRIVATE_KEY;
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" -> ContentKind.CERTIFICATE_REQUEST;
            case "X509 CRL" -> ContentKind.CRL;
            case "PUBLIC KEY", "RSA PUBLIC KEY" -> ContentKind.PUBLIC_KEY;
            case "PKCS7", "PKCS #7 SIGNED DATA", "CMS", "CERTIFICATE CHAIN" -> ContentKind.PKCS7;
            case "PKCS12" -> ContentKind.PKCS12;
            case "EC PARAMETERS" -> ContentKind.EC_PARAMETERS;
            case "DH PARAMETERS", "X9.42 DH PARAMETERS" -> ContentKind.DH_PARAMETERS;
            case "DSA PARAMETERS" -> ContentKind.DSA_PARAMETERS;
            case "ATTRIBUTE CERTIFICATE" -> ContentKind.ATTRIBUTE_CERTIFICATE;
            case "OCSP RESPONSE" -> ContentKind.OCSP_RESPONSE;
            case "OPENSSH PRIVATE KEY", "SSH2 ENCRYPTED PRIVATE KEY" -> ContentKind.SSH_PRIVATE_KEY;
            case "PGP PUBLIC KEY BLOCK" -> ContentKind.PGP_PUBLIC_KEY;
            case "PGP PRIVATE KEY BLOCK" -> ContentKind.PGP_PRIVATE_KEY;
            case "PGP MESSAGE", "PGP SIGNED MESSAGE", "PGP SIGNATURE" -> ContentKind.PGP_MESSAGE;
            default -> ContentKind.OTHER_PEM;
        };
    }
}
