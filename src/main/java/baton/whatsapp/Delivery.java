// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.NumberId;
import java.util.List;
import java.util.Map;

/**
 * What one webhook delivery says, in the order it says it. {@code messageEntries}: how many message entries the JSON held per number
 * (messages, echoes, calls, history), counted before any of them is read, so that the books can be compared (SPEC.md B2).
 */
public record Delivery(List<Report> reports, Map<NumberId, Integer> messageEntries) {
    public Delivery {
        reports = List.copyOf(reports);
        messageEntries = Map.copyOf(messageEntries);
    }
}
