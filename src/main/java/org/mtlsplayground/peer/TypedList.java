package org.mtlsplayground.peer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lists of names that people type and settings hold.
 *
 * @param what the names are, for exceptions
 * @param isSound whether a name can be one
 */
record TypedList(String what, Predicate<String> isSound) {
    private static final int MAX_COUNT = 32;

    /**
     * A list as people type it, its names separated by commas or spaces.
     *
     * @return the names in their order, none for a blank text; empty if one can't be a name, or if there are more than 32
     */
    Optional<List<String>> parse(String typed) {
        List<String> names = Arrays.stream(typed.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return areSound(names) ? Optional.of(names) : Optional.empty();
    }

    /** @throws IllegalArgumentException for a list with a name that can't be one */
    List<String> checked(List<String> names) {
        if (!areSound(names)) {
            throw new IllegalArgumentException(what + " " + names);
        }
        return List.copyOf(names);
    }

    private boolean areSound(List<String> names) {
        return names.size() <= MAX_COUNT && names.stream().allMatch(isSound);
    }
}
