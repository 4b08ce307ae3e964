package org.mtlsplayground.ui.common;

import java.util.Collection;
import java.util.List;
import javafx.beans.property.Property;

/** Values of inputs, to be put back later. For use on the FX thread. */
public final class Kept {
    private Kept() {}

    /**
     * Keeps what the properties hold now.
     *
     * @return puts it back, in this order
     */
    public static Runnable of(Collection<? extends Property<?>> properties) {
        List<Runnable> all = properties.stream().map(Kept::one).toList();
        return () -> all.forEach(Runnable::run);
    }

    private static <T> Runnable one(Property<T> property) {
        T value = property.getValue();
        return () -> property.setValue(value);
    }
}
