// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Identity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The marks by which one entry names a person. What a mark is shows in its shape, whatever property it stands in (WHATSAPP.md 0.1):
 * {@code GB.ENT.x} and {@code GB.x} are user ids, digits with the usual separators are a phone number and kept as digits only.
 */
record Marks(Optional<Identity> bsuid, Optional<Identity> phone, Optional<Identity> parent) {
    static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern PARENT = Pattern.compile("[A-Za-z]{2}\\.ENT\\.\\S{1,240}");
    private static final Pattern BSUID = Pattern.compile("[A-Za-z]{2}\\.\\S{1,240}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().\\-]{3,40}");
    private static final int FEWEST_DIGITS = 3;

    static Marks of(String text) {
        Optional<Identity> mark = identity(text);
        return new Marks(
                mark.filter(one -> one.kind() == Identity.Kind.BSUID),
                mark.filter(one -> one.kind() == Identity.Kind.PHONE),
                mark.filter(one -> one.kind() == Identity.Kind.PARENT_BSUID));
    }

    /** All marks found under these names; an earlier name wins over a later one. */
    static Marks of(Fields fields, String... names) {
        return Stream.of(names)
                .flatMap(name -> fields.id(name).stream())
                .map(Marks::of)
                .reduce(NONE, Marks::or);
    }

    /** These marks, and the other's where one is missing. */
    Marks or(Marks other) {
        return new Marks(bsuid.or(other::bsuid), phone.or(other::phone), parent.or(other::parent));
    }

    /** Whether both carry a user id and the two differ: then they are two people, whatever the phone number says. */
    boolean contradicts(Marks other) {
        return bsuid.isPresent() && other.bsuid.isPresent() && !bsuid.equals(other.bsuid);
    }

    /** Strongest first. */
    List<Identity> identities() {
        return Stream.of(bsuid, phone, parent).flatMap(Optional::stream).toList();
    }

    private static Optional<Identity> identity(String text) {
        if (PARENT.matcher(text).matches()) {
            return Optional.of(new Identity(Identity.Kind.PARENT_BSUID, text));
        }
        if (BSUID.matcher(text).matches()) {
            return Optional.of(Identity.bsuid(text));
        }
        return PHONE.matcher(text).matches() ? phone(text) : Optional.empty();
    }

    private static Optional<Identity> phone(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.length() < FEWEST_DIGITS ? Optional.empty() : Optional.of(Identity.phone(digits));
    }
}
