// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What people say around their business.
 *
 * @param nudges when nobody answers
 * @param complaints when still nobody answers
 * @param leaving when they give up
 * @param waiting to "one moment please"
 * @param again when they are told the same twice
 * @param person when they want a human
 * @param thanks when they were helped
 * @param curt instead of thanks, in a bad mood
 */
record SmallTalk(
        List<String> nudges,
        List<String> complaints,
        List<String> leaving,
        List<String> waiting,
        List<String> again,
        List<String> person,
        List<String> thanks,
        List<String> curt) {

    static SmallTalk of(JsonNode json) {
        return new SmallTalk(
                Script.strings(json, "nudges"),
                Script.strings(json, "complaints"),
                Script.strings(json, "leaving"),
                Script.strings(json, "waiting"),
                Script.strings(json, "again"),
                Script.strings(json, "person"),
                Script.strings(json, "thanks"),
                Script.strings(json, "curt"));
    }

    /** These lines, and the language's where there are none. */
    SmallTalk or(SmallTalk common) {
        return new SmallTalk(
                first(nudges, common.nudges),
                first(complaints, common.complaints),
                first(leaving, common.leaving),
                first(waiting, common.waiting),
                first(again, common.again),
                first(person, common.person),
                first(thanks, common.thanks),
                first(curt, common.curt));
    }

    private static List<String> first(List<String> own, List<String> common) {
        return own.isEmpty() ? common : own;
    }
}
