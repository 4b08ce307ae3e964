package org.mtlsplayground.pki;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found in a file, and what could not be read, up to a bound. */
final class Items {
    /** More in one file is no chain and no list of CAs that anyone keeps; the largest public lists have some hundreds. */
    static final int MAX_PARTS = 5000;

    private final List<Item> all = new ArrayList<>();
    private final List<LoadFault> faults = new ArrayList<>();
    private FileFormat format = FileFormat.OTHER;

    void add(Item item) throws ContentException {
        all.add(item);
        check();
    }

    void add(LoadFault fault) throws ContentException {
        faults.add(fault);
        check();
    }

    private void check() throws ContentException {
        if (all.size() + faults.size() > MAX_PARTS) {
            clear();
            throw new ContentException(LoadProblem.TOO_BIG, LoadDetail.TOO_MANY_PARTS, String.valueOf(MAX_PARTS));
        }
    }

    /** The place of the next entry, for what has no better one. */
    Place nextEntry() {
        return Place.entry(all.size() + faults.size() + 1L);
    }

    void format(FileFormat found) {
        format = found;
    }

    FileFormat format() {
        return format;
    }

    /** In the order of the file. */
    List<Item> all() {
        return all;
    }

    List<LoadFault> faults() {
        return faults;
    }

    boolean isEmpty() {
        return all.isEmpty() && faults.isEmpty();
    }

    <T extends Item> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void clear() {
        all.forEach(Item::clear);
    }
}
