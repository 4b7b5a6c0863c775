// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.domain.NumberId;
import baton.whatsapp.GraphAnswer;
import baton.whatsapp.GraphClient;
import baton.whatsapp.NumberHealth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each of our numbers: registered, able to send, how well rated (WHATSAPP.md 7.6, 7.7, 8.4, 8.6). */
final class NumberExam {
    private static final String NUMBER = "number";

    private final GraphClient graph;
    private final Chart chart;

    NumberExam(GraphClient graph, Chart chart) {
        this.graph = graph;
        this.chart = chart;
    }

    /** For each number that Meta knows, the address it delivers to, as far as it says. */
    Map<NumberId, Optional<String>> run(List<NumberId> numbers) {
        Map<NumberId, Optional<String>> addresses = new LinkedHashMap<>();
        for (NumberId number : numbers) {
            switch (graph.numberHealth(number)) {
                case GraphAnswer.Ok<NumberHealth>(var health) -> {
                    judge(health);
                    addresses.put(number, health.extras().flatMap(NumberHealth.Extras::webhook));
                }
                case GraphAnswer.Refused<NumberHealth> no ->
                    chart.wrong(NUMBER, number.value() + ": " + Advice.refused(no.failure()));
                case GraphAnswer.Unreachable<NumberHealth>(var failure) ->
                    chart.notChecked(NUMBER, number.value() + ": " + Advice.unreachable(failure));
            }
        }
        return addresses;
    }

    private void judge(NumberHealth health) {
        NumberHealth.Basics basics = health.basics();
        String name = basics.displayNumber().orElse(health.number().value());
        Optional<String> idle = basics.status().filter(status -> !status.equalsIgnoreCase("CONNECTED"));
        Optional<NumberHealth.Extras> hindered = health.extras()
                .filter(extras -> extras.canSend()
                        .filter(can -> !can.equalsIgnoreCase("AVAILABLE"))
                        .isPresent());
        if (idle.isPresent()) {
            chart.wrong(
                    NUMBER,
                    name + " is " + idle.get() + ", not CONNECTED. Register it (docs/connect.md, section 3),"
                            + " or look at it in WhatsApp Manager.");
        } else if (hindered.isPresent()) {
            chart.wrong(
                    NUMBER,
                    name + ": sending is " + hindered.get().canSend().orElse("") + ". "
                            + String.join("; ", hindered.get().problems()));
        } else {
            chart.ok(NUMBER, name + " " + told(health));
        }
    }

    private static String told(NumberHealth health) {
        NumberHealth.Basics basics = health.basics();
        List<String> told = new ArrayList<>();
        basics.verifiedName().ifPresent(name -> told.add("\"" + name + "\""));
        told.add("quality " + basics.quality().orElse("unknown"));
        told.add("throughput " + basics.throughput().orElse("unknown"));
        health.extras().flatMap(NumberHealth.Extras::messagingLimit).ifPresent(limit -> told.add("limit " + limit));
        basics.accountMode()
                .filter("SANDBOX"::equalsIgnoreCase)
                .ifPresent(_ -> told.add("a test number: writes to 5 people at most"));
        return String.join(", ", told) + ".";
    }
}
