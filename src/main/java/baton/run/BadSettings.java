// SPDX-License-Identifier: Apache-2.0
package baton.run;

import java.util.List;

/** The hub cannot start with these settings: one sentence for each thing missing or wrong, none of them with a secret in it. */
public final class BadSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public BadSettings(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
