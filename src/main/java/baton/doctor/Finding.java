// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import java.util.Locale;

/** What one check found: its name, how it stands, and one sentence or two, with the way to mend it when it is wrong. */
public record Finding(String check, State state, String words) {

    /** {@code NOT_CHECKED}: something it needs is missing or wrong, or it cannot be seen from here. */
    public enum State {
        OK,
        WRONG,
        NOT_CHECKED
    }

    static Finding ok(String check, String words) {
        return new Finding(check, State.OK, words);
    }

    static Finding wrong(String check, String words) {
        return new Finding(check, State.WRONG, words);
    }

    static Finding notChecked(String check, String words) {
        return new Finding(check, State.NOT_CHECKED, words);
    }

    /** One line: state, check, words. */
    public String line() {
        return "%-11s  %-13s  %s".formatted(state.name().replace('_', ' ').toUpperCase(Locale.ROOT), check, words);
    }
}
