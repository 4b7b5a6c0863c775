// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.util.List;

/** A sentence that is not yet said in any language, so that it changes with the language while it stands on the screen. */
public record Sentence(String key, List<Object> facts) {
    public Sentence {
        facts = List.copyOf(facts);
    }

    public static Sentence of(String key, Object... facts) {
        return new Sentence(key, List.of(facts));
    }

    public String in(Texts texts) {
        return texts.say(key, facts.toArray());
    }
}
