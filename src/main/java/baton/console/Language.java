// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.Locale;

/** The languages Baton speaks. */
public enum Language {
    ENGLISH("en", Locale.US),
    KOREAN("ko", Locale.KOREA);

    private final String code;
    private final Locale usual;

    Language(String code, Locale usual) {
        this.code = code;
        this.usual = usual;
    }

    /** The one of this machine's locale, English where Baton does not speak it. */
    public static Language of(Locale machine) {
        return KOREAN.code.equals(machine.getLanguage()) ? KOREAN : ENGLISH;
    }

    /** Two letters, as in file names and settings. */
    public String code() {
        return code;
    }

    /** How dates and numbers are written: as on this machine if it speaks the language too (a British desk keeps British dates). */
    public Locale locale(Locale machine) {
        return code.equals(machine.getLanguage()) ? machine : usual;
    }
}
