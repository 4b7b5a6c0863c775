// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import java.util.Locale;

/** Somebody who has a phone. {@code phone}: digits only. {@code userId}: as the platform names them. {@code language}: BCP 47. */
public record Handset(String phone, String userId, String name, String language) {

    /** Whether this is the phone of that number or user id. */
    boolean isOf(String mark) {
        return phone.equals(mark) || userId.equals(mark);
    }

    /** Name and language as a reader of {@code locale} writes them. */
    String words(Locale locale) {
        return name + " · " + Locale.forLanguageTag(language).getDisplayLanguage(locale);
    }
}
