// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/** The {@code pricing} object of statuses by the rules of their day (Cloud API 3.5, 7.4). Guarded by the network's lock. */
final class Pricing {
    /** From here on service messages beyond the monthly thousand are charged, and utility templates also inside the window. */
    static final Instant SERVICE_CHARGED_FROM = Instant.parse("2026-10-01T00:00:00Z");

    static final int FREE_SERVICE_MESSAGES = 1_000;

    private YearMonth month = YearMonth.of(1970, 1);
    private int serviceMessages;

    ObjectNode of(Phone phone, Outgoing.Terms terms, Instant now) {
        if (phone.freeEntry(now).isPresent()) {
            return pricing("free_entry_point", "referral_conversion");
        }
        boolean newRules = !now.isBefore(SERVICE_CHARGED_FROM);
        if (!terms.isTemplate()) {
            boolean beyondQuota = countService(now) > FREE_SERVICE_MESSAGES;
            return pricing(newRules && beyondQuota ? "regular" : "free_customer_service", "service");
        }
        boolean freeUtility = !newRules && terms.category().equals("utility") && phone.windowOpen(now);
        return pricing(freeUtility ? "free_customer_service" : "regular", terms.category());
    }

    private int countService(Instant now) {
        YearMonth current = YearMonth.from(now.atZone(ZoneOffset.UTC));
        if (!current.equals(month)) {
            month = current;
            serviceMessages = 0;
        }
        return ++serviceMessages;
    }

    private static ObjectNode pricing(String type, String category) {
        return Json.object()
                .put("billable", type.equals("regular"))
                .put("pricing_model", "PMP")
                .put("type", type)
                .put("category", category);
    }
}
