package org.mtlsplayground.pki;

import java.util.List;
import java.util.Optional;

/**
 * Which of several keys, or entries of a key store, is meant: one of the {@link EntryOption}s of a file.
 *
 * @param name an alias, or a number from 1 in digits; an alias wins, as it may be a number. Empty for whichever comes first
 */
public record EntryChoice(String name) {
    private static final EntryChoice FIRST = new EntryChoice("");

    /** Whichever comes first: the only one, where there is one. */
    public static EntryChoice first() {
        return FIRST;
    }

    /** The entry of this alias, or of this number. */
    public static EntryChoice of(String name) {
        return new EntryChoice(name);
    }

    /** The one that stands for an option: its alias, or its number where the alias is missing or not its own alone. */
    public static EntryChoice of(EntryOption option, List<EntryOption> among) {
        boolean unique = among.stream()
                        .filter(other -> other.alias().equalsIgnoreCase(option.alias()))
                        .count()
                == 1;
        boolean named = unique && !option.alias().isEmpty();
        return new EntryChoice(named ? option.alias() : String.valueOf(option.number()));
    }

    /** Whether nothing was chosen. */
    public boolean isFirst() {
        return name.isEmpty();
    }

    /** The option it stands for, if it is there. */
    public Optional<EntryOption> among(List<EntryOption> options) {
        return index(options.stream().map(EntryOption::alias).toList()).map(options::get);
    }

    /** Its place among entries of these aliases, from 0. Java's key stores make no difference of case; others may. */
    Optional<Integer> index(List<String> aliases) {
        if (isFirst()) {
            return aliases.isEmpty() ? Optional.empty() : Optional.of(0);
        }
        int exact = aliases.indexOf(name);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        for (int i = 0; i < aliases.size(); i++) {
            if (name.equalsIgnoreCase(aliases.get(i)) || name.equals(String.valueOf(i + 1))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
