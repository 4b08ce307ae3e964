package org.mtlsplayground.cli;

/** What was asked can't be done as it was asked, or a file can't be used: exit status 2. Its message is one sentence. */
final class WrongUseException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUseException(String sentence) {
        super(sentence);
    }
}
