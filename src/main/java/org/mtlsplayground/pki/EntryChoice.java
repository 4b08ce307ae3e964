package org.mtlsplayground.pki;

/**
 * Which of several keys, or entries of a key store, is meant; one that fits a single thing is chosen from
 * {@link EntryOption}s.
 *
 * @param alias the name of the entry, in any case; empty to go by the number
 * @param number counted from 1 over the keys (where there are none, over the entries); 0 for whichever comes first
 */
public record EntryChoice(String alias, int number) {
    private static final EntryChoice FIRST = new EntryChoice("", 0);

    /** Whichever comes first: the only one, where there is one. */
    public static EntryChoice first() {
        return FIRST;
    }

    /** The entry of this name; names differ by more than case. */
    public static EntryChoice alias(String alias) {
        return new EntryChoice(alias, 0);
    }

    /** The entry of this number, from 1. */
    public static EntryChoice number(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("Entries are counted from 1");
        }
        return new EntryChoice("", number);
    }

    /** Whether nothing was chosen. */
    public boolean isFirst() {
        return alias.isEmpty() && number == 0;
    }

    boolean takes(EntryOption option) {
        return isFirst() || (alias.isEmpty() ? option.number() == number : alias.equalsIgnoreCase(option.alias()));
    }

    @Override
    public String toString() {
        return alias.isEmpty() ? String.valueOf(number) : alias;
    }
}
