// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A key ring that can be locked, and then says nothing, or that it has no key when its dialog is dismissed; what is kept there is kept even then. */
final class PretendRing implements KeyRing {
    private final Map<String, Secret> keys = new HashMap<>();
    private Optional<Answer> instead = Optional.empty();
    private int kept;

    void locked() {
        instead = Optional.of(new Answer.Silence());
    }

    void dismissed() {
        instead = Optional.of(new Answer.NotThere());
    }

    void unlocked() {
        instead = Optional.empty();
    }

    /** How often a key was brought. */
    int kept() {
        return kept;
    }

    @Override
    public Answer find(String desk) {
        return instead.orElseGet(
                () -> keys.containsKey(desk) ? new Answer.Here(keys.get(desk)) : new Answer.NotThere());
    }

    @Override
    public void keep(String desk, Secret key) {
        kept++;
        keys.put(desk, key);
    }
}
