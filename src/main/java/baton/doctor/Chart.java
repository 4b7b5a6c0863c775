// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Where findings are noted, one after the other; secrets are struck out of what the network or a driver said. One thread. */
final class Chart {
    private final Consumer<Finding> reader;
    private final UnaryOperator<String> strike;
    private boolean anythingWrong;

    Chart(Consumer<Finding> reader, UnaryOperator<String> strike) {
        this.reader = reader;
        this.strike = strike;
    }

    void note(Finding finding) {
        anythingWrong |= finding.state() == Finding.State.WRONG;
        reader.accept(new Finding(finding.check(), finding.state(), strike.apply(finding.words())));
    }

    void ok(String check, String words) {
        note(Finding.ok(check, words));
    }

    void wrong(String check, String words) {
        note(Finding.wrong(check, words));
    }

    void notChecked(String check, String words) {
        note(Finding.notChecked(check, words));
    }

    boolean anythingWrong() {
        return anythingWrong;
    }
}
