// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.domain.NumberId;
import baton.run.Settings;
import baton.whatsapp.WebhookProbe;
import baton.whatsapp.WebhookProbe.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The webhook by its public address: where Meta calls, the handshake, a delivery that is signed and one that is not (WHATSAPP.md 1.1, 1.2). */
final class WebhookExam {
    private static final String ADDRESS = "address";
    private static final String HANDSHAKE = "handshake";
    private static final String SIGNED = "signed";
    private static final String FORGED = "forged";
    private static final String CHALLENGE = "874413902";

    private final Settings.Platform platform;
    private final Chart chart;

    WebhookExam(Settings.Platform platform, Chart chart) {
        this.platform = platform;
        this.chart = chart;
    }

    /** {@code told}: for each number, where Meta says that it delivers; {@code app}: the app's own address. */
    void run(Map<NumberId, Optional<String>> told, Optional<String> app) {
        Optional<URI> meta = told.values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> app)
                .flatMap(WebhookExam::address);
        Optional<URI> address = platform.publicUrl().or(() -> meta);
        if (address.isEmpty()) {
            String why = "No address: give BATON_PUBLIC_URL, and save it in the app under WhatsApp > Configuration.";
            chart.notChecked(ADDRESS, why);
            notChecked("No address to call.");
            return;
        }
        chart.note(address(address.get(), told, meta));
        call(new WebhookProbe(address.get(), platform.appSecret()));
    }

    private void notChecked(String why) {
        chart.notChecked(HANDSHAKE, why);
        chart.notChecked(SIGNED, why);
        chart.notChecked(FORGED, why);
    }

    private Finding address(URI ours, Map<NumberId, Optional<String>> told, Optional<URI> meta) {
        boolean realMeta = "https".equalsIgnoreCase(platform.graph().getScheme());
        if (realMeta && !"https".equalsIgnoreCase(ours.getScheme())) {
            return Finding.wrong(ADDRESS, ours + " is not https, and Meta calls nothing else. Put TLS in front.");
        }
        Optional<String> elsewhere = told.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .flatMap(WebhookExam::address)
                        .filter(there -> !there.equals(ours))
                        .isPresent())
                .map(entry -> entry.getKey().value() + " to " + entry.getValue().orElse(""))
                .findFirst();
        if (elsewhere.isPresent()) {
            return Finding.wrong(
                    ADDRESS,
                    "Meta delivers " + elsewhere.get() + ", not to " + ours
                            + ". Save the right address in the app, or take the override away (docs/connect.md).");
        }
        return meta.isPresent()
                ? Finding.ok(ADDRESS, "Meta delivers to " + ours + ".")
                : Finding.notChecked(ADDRESS, "Meta does not say where it delivers; taking " + ours + ".");
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return Optional.of(address).filter(one -> web && one.getHost() != null);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private void call(WebhookProbe probe) {
        Reply greeting = probe.shakeHands(CHALLENGE, platform.verifyToken().reveal());
        chart.note(handshake(greeting));
        if (greeting instanceof Reply.Unreachable) {
            chart.notChecked(SIGNED, "The webhook cannot be reached.");
            chart.notChecked(FORGED, "The webhook cannot be reached.");
            return;
        }
        chart.note(signed(probe.deliverSigned()));
        chart.note(forged(probe.deliverForged()));
    }

    private static Finding handshake(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered
            when answered.status() == 200 && answered.body().equals(CHALLENGE) ->
                Finding.ok(HANDSHAKE, "The webhook knows the verify token.");
            case Reply.Answered answered
            when answered.status() == 403 ->
                Finding.wrong(
                        HANDSHAKE,
                        "The webhook answers 403: it has another verify token than BATON_VERIFY_TOKEN here. Start the"
                                + " hub with the same settings.");
            case Reply.Answered answered ->
                Finding.wrong(
                        HANDSHAKE,
                        "The webhook answers " + answered.status() + " instead of the challenge. "
                                + behind(answered.status()));
            case Reply.Unreachable(String why) -> Finding.wrong(HANDSHAKE, unreachable(why));
        };
    }

    private static String behind(int status) {
        if (status / 100 == 3) {
            return "Meta follows no redirect: give the address it redirects to.";
        }
        return status == 502 || status == 503 || status == 504
                ? "The proxy answers, the hub behind it does not: start the hub, look at the proxy's upstream."
                : "Something else than the hub answers there: look at path, proxy and tunnel.";
    }

    private static String unreachable(String why) {
        if (why.contains("SSL") || why.contains("PKIX") || why.contains("Certificate")) {
            return "No TLS connection (" + why + "). Meta wants a certificate of a public authority, with its chain.";
        }
        return "The webhook cannot be reached (" + why
                + "). Start the hub; look at name service, port, firewall, tunnel.";
    }

    private static Finding signed(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered
            when answered.status() == 200 -> Finding.ok(SIGNED, "A signed delivery is taken with 200.");
            case Reply.Answered answered
            when answered.status() == 401 ->
                Finding.wrong(
                        SIGNED,
                        "A signed delivery is refused with 401: the hub has another app secret than BATON_APP_SECRET"
                                + " here, or a proxy changes the body.");
            case Reply.Answered answered ->
                Finding.wrong(
                        SIGNED,
                        "A signed delivery is answered " + answered.status() + ", not 200. Look at the hub's log.");
            case Reply.Unreachable(String why) -> Finding.wrong(SIGNED, unreachable(why));
        };
    }

    private static Finding forged(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered
            when answered.status() == 401 -> Finding.ok(FORGED, "A forged delivery is refused with 401.");
            case Reply.Answered answered
            when answered.status() == 200 ->
                Finding.wrong(FORGED, "A forged delivery is taken with 200: what answers there is not Baton's hub.");
            case Reply.Answered answered ->
                Finding.wrong(
                        FORGED, "A forged delivery is answered " + answered.status() + ", not 401. Look at the proxy.");
            case Reply.Unreachable(String why) -> Finding.wrong(FORGED, unreachable(why));
        };
    }
}
