// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The reports of one delivery while it is being read: one per entry, whatever happens to that entry, and never too many. */
final class Reports {
    /** Meta sends at most 1,000 updates at once; no real body of 4 MB holds more than some 40,000 messages. */
    static final int MOST = 50_000;

    private final List<Report> reports = new ArrayList<>();
    private final Map<NumberId, Integer> messageEntries = new LinkedHashMap<>();
    private boolean full;

    /** Reads entries of this number, which all count as received there. One that breaks its reader is set aside alone. */
    void addCounted(NumberId number, List<Fields> entries, Function<Fields, Report> reader) {
        if (!entries.isEmpty()) {
            messageEntries.merge(number, entries.size(), Integer::sum);
        }
        entries.forEach(entry -> add(Optional.of(number), entry, reader));
    }

    /** Reads an entry that counts as received nowhere, so that it is set aside on no number's line either (SPEC.md B2). */
    void add(Fields entry, Function<Fields, Report> reader) {
        add(Optional.empty(), entry, reader);
    }

    private void add(Optional<NumberId> number, Fields entry, Function<Fields, Report> reader) {
        add(entry.isObject() ? guarded(number, entry, reader) : unreadable(number, entry, "it is no object"));
    }

    void add(Report report) {
        if (!isFull()) {
            reports.add(report);
        }
    }

    /** Sets the entry aside; whose it is nobody knows. */
    void setAside(Fields entry, SetAside reason, String why) {
        add(new Report.Unreadable(Optional.empty(), entry.id("id").map(Wamid::new), reason, why, entry.raw()));
    }

    Delivery delivery() {
        return new Delivery(reports, messageEntries);
    }

    private static Report guarded(Optional<NumberId> number, Fields entry, Function<Fields, Report> reader) {
        try {
            return reader.apply(entry);
        } catch (RuntimeException e) {
            return unreadable(number, entry, "reading it failed: " + e.getMessage());
        }
    }

    private static Report unreadable(Optional<NumberId> number, Fields entry, String why) {
        return new Report.Unreadable(number, entry.id("id").map(Wamid::new), SetAside.UNREADABLE, why, entry.raw());
    }

    private boolean isFull() {
        if (!full && reports.size() == MOST) {
            full = true;
            reports.add(new Report.Unreadable(
                    Optional.empty(),
                    Optional.empty(),
                    SetAside.UNREADABLE,
                    "more than " + MOST + " entries in one delivery",
                    ""));
        }
        return full;
    }
}
