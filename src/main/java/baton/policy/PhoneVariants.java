// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * Other spellings under which the same telephone may be known: Brazil's ninth digit, Mexico's 1, Argentina's 9 (SPEC.md
 * C9, WHATSAPP.md 0.1). Only for offering a merge, never for merging by itself.
 */
public final class PhoneVariants {
    private PhoneVariants() {}

    /** The other spellings of these digits (country code first, no plus); empty when the country has none. */
    public static List<String> of(String digits) {
        return Stream.of(
                        inserted(digits, "55", 4, "9", 12),
                        inserted(digits, "52", 2, "1", 12),
                        inserted(digits, "54", 2, "9", 12))
                .flatMap(List::stream)
                .toList();
    }

    /** With {@code mark} put in at {@code at} when the number has the short length, or taken out when it has the long one. */
    private static List<String> inserted(String digits, String country, int at, String mark, int shortLength) {
        if (!digits.startsWith(country)) {
            return List.of();
        }
        if (digits.length() == shortLength) {
            return List.of(digits.substring(0, at) + mark + digits.substring(at));
        }
        if (digits.length() == shortLength + 1 && digits.startsWith(mark, at)) {
            return List.of(digits.substring(0, at) + digits.substring(at + 1));
        }
        return List.of();
    }
}
