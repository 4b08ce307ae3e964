package org.mtlsplayground.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mtlsplayground.pki.EntryChoice;

/**
 * One value that is remembered between starts.
 *
 * @param <T> its type
 * @param key its name in the file: lower case, with dots
 * @param fallback what holds where nothing, or nothing sound, is remembered
 * @param read from the text in the file; empty if the text is not a sound value
 * @param write to the text in the file
 */
public record Setting<T>(String key, T fallback, Function<String, Optional<T>> read, Function<T, String> write) {
    private static final int MAX_TEXT = 4096;

    /** A text of at most 4,096 characters. */
    public static Setting<String> text(String key, String fallback) {
        return new Setting<>(
                key, fallback, text -> Optional.of(text).filter(t -> t.length() <= MAX_TEXT), text -> text);
    }

    /** A whole number from {@code least} to {@code most}. */
    public static Setting<Integer> number(String key, int fallback, int least, int most) {
        return new Setting<>(
                key,
                fallback,
                text -> parse(text)
                        .filter(value -> value >= least && value <= most)
                        .map(Double::intValue),
                String::valueOf);
    }

    /** The digits of a whole number from {@code least} to {@code most}, as they stand in a text field. */
    public static Setting<String> digits(String key, String fallback, int least, int most) {
        return new Setting<>(
                key,
                fallback,
                text -> TypedNumber.parse(text, least, most).isPresent() ? Optional.of(text) : Optional.empty(),
                text -> text);
    }

    /** A number from {@code least} to {@code most}. */
    public static Setting<Double> decimal(String key, double fallback, double least, double most) {
        return new Setting<>(
                key, fallback, text -> parse(text).filter(value -> value >= least && value <= most), String::valueOf);
    }

    /** Yes or no. */
    public static Setting<Boolean> flag(String key, boolean fallback) {
        return new Setting<>(
                key,
                fallback,
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                String::valueOf);
    }

    /** One of an enum's constants, by its name. */
    public static <E extends Enum<E>> Setting<E> choice(String key, E fallback) {
        return new Setting<>(
                key,
                fallback,
                text -> {
                    for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
                        if (constant.name().equals(text)) {
                            return Optional.of(constant);
                        }
                    }
                    return Optional.empty();
                },
                Enum::name);
    }

    /** Names without commas; at first none. */
    public static Setting<List<String>> names(String key) {
        return new Setting<>(
                key,
                List.of(),
                text -> Optional.of(text).filter(t -> t.length() <= MAX_TEXT).map(TypedNames::parse),
                TypedNames::typed);
    }

    /** Which entry of a file is meant; at first the first. */
    public static Setting<EntryChoice> entry(String key) {
        return new Setting<>(
                key,
                EntryChoice.first(),
                text -> Optional.of(text).filter(t -> t.length() <= MAX_TEXT).map(EntryChoice::of),
                EntryChoice::name);
    }

    private static Optional<Double> parse(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
