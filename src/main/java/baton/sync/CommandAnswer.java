// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.CommandId;
import baton.domain.Refusal;
import java.util.Map;
import java.util.Optional;

/** What came of a command. A screen shows it; what changed comes as an event all the same. */
public sealed interface CommandAnswer {

    /** The hub did it. {@code seq}: the journal's number of it, or of what made it unnecessary. {@code facts}: as text. */
    record Done(long seq, Map<String, String> facts) implements CommandAnswer {
        public Done {
            facts = Map.copyOf(facts);
        }
    }

    /** It is in the desk file and goes by itself when the hub is back; until then it can be taken back by this id. */
    record Queued(CommandId id) implements CommandAnswer {}

    /** This desk could not write it down, so it went nowhere and its text is still the draft. {@code detail}: the technical words. */
    record NotKept(String detail) implements CommandAnswer {}

    /**
     * It was refused: here, by the policy the hub uses too, or by the hub. {@code sentence}: the hub's own words in the desk's
     * language; empty when it never got there. A reply or note was not kept, and its text is whoever's asked.
     */
    record Refused(Refusal refusal, Optional<String> sentence) implements CommandAnswer {}

    /** It was kept, and refused when its turn came, here or by the hub: its text is among those that came back to the draft. */
    record GivenBack(Refused refused) implements CommandAnswer {}

    /** The hub could not be asked, or its answer was lost: it may have been done, the feed will tell. Nothing is repeated. */
    record NotReachable(String detail) implements CommandAnswer {}
}
