// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;

/** Which country a number's first digits mean, for user ids and for numbers dialled without a plus. */
final class Countries {
    private record Prefix(String digits, String code) {}

    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("852", "HK"),
            new Prefix("971", "AE"),
            new Prefix("966", "SA"),
            new Prefix("351", "PT"),
            new Prefix("234", "NG"),
            new Prefix("82", "KR"),
            new Prefix("81", "JP"),
            new Prefix("86", "CN"),
            new Prefix("91", "IN"),
            new Prefix("62", "ID"),
            new Prefix("65", "SG"),
            new Prefix("60", "MY"),
            new Prefix("61", "AU"),
            new Prefix("44", "GB"),
            new Prefix("49", "DE"),
            new Prefix("34", "ES"),
            new Prefix("33", "FR"),
            new Prefix("55", "BR"),
            new Prefix("52", "MX"),
            new Prefix("54", "AR"),
            new Prefix("57", "CO"),
            new Prefix("56", "CL"),
            new Prefix("51", "PE"),
            new Prefix("1", "US"));

    private Countries() {}

    /** The two letters before a user id's dot; {@code ZZ} for a country not listed here. */
    static String code(String digits) {
        return find(digits).code();
    }

    /** The dial code at the head of a number; empty for a country not listed here. */
    static String dialCode(String digits) {
        return find(digits).digits();
    }

    private static Prefix find(String digits) {
        return PREFIXES.stream()
                .filter(prefix -> digits.startsWith(prefix.digits()))
                .findFirst()
                .orElse(new Prefix("", "ZZ"));
    }
}
