package org.mtlsplayground.pki.path;

/** How many certificates the JDK reads from a Certificate message before it gives up. */
final class ChainLength {
    private static final int FROM_CLIENT = 8;
    private static final int FROM_SERVER = 10;

    private ChainLength() {}

    static void check(PathQuestion question, Checks checks) {
        int sent = question.chain().size();
        int limit = limit(question.role());
        String[] values = {String.valueOf(sent), String.valueOf(limit)};
        if (sent <= limit) {
            checks.ok(Step.Kind.CHAIN_LENGTH, Step.Reason.LENGTH_READ, values);
        } else {
            checks.fails(Step.Kind.CHAIN_LENGTH, Step.Reason.LENGTH_EXCEEDED, values);
        }
    }

    /** As the documentation of JSSE lists the system properties: that of the judging side, else that of both. */
    private static int limit(Role role) {
        String side = role == Role.CLIENT ? "server" : "client";
        Integer both = Integer.getInteger("jdk.tls.maxCertificateChainLength");
        int usual = both != null && both >= 0 ? both : role == Role.CLIENT ? FROM_CLIENT : FROM_SERVER;
        Integer own = Integer.getInteger("jdk.tls." + side + ".maxInboundCertificateChainLength");
        return own != null && own >= 0 ? own : usual;
    }
}
