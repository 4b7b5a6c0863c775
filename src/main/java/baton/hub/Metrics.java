// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.NumberId;
import baton.domain.SendingState;
import baton.domain.Silence;
import baton.store.Inbox;
import baton.store.Journal;
import baton.store.StoreException;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** What the hub counts, for Prometheus (SPEC.md R5). Safe from any thread. */
final class Metrics {
    private static final List<String> DELIVERIES =
            List.of("accepted", "doubled", "set_aside", "bad_signature", "not_json", "too_large", "failed");
    private static final List<String> SIGN_INS = List.of("welcome", "wrong", "too_often");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter deliveries = Counter.builder()
            .name("baton_webhook_deliveries")
            .help("Deliveries to the webhook, by what became of them")
            .labelNames("result")
            .register(registry);
    private final Histogram webhookSeconds = Histogram.builder()
            .name("baton_webhook_seconds")
            .help("From the first byte of a delivery to its answer")
            .classicOnly()
            .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
            .register(registry);
    private final Counter signIns = Counter.builder()
            .name("baton_sign_ins")
            .help("Attempts to sign in, by what came of them")
            .labelNames("result")
            .register(registry);

    Metrics(Journal journal, Inbox inbox, IntSupplier polls, LongSupplier bodies) {
        DELIVERIES.forEach(deliveries::initLabelValues);
        SIGN_INS.forEach(signIns::initLabelValues);
        gauge("baton_journal_seq", "Number of the journal's last line", journal::head);
        gauge("baton_journal_waiting", "Items that wait to be decided", journal::waiting);
        gauge("baton_polls", "Polls held now", polls::getAsInt);
        gauge("baton_body_bytes", "Bytes of bodies that are read or answered now", bodies);
        GaugeWithCallback.builder()
                .name("baton_sendings")
                .help("Messages we send, by where they stand")
                .labelNames("state")
                .callback(callback -> sendings(inbox)
                        .forEach((state, total) ->
                                callback.call((double) total, state.name().toLowerCase(java.util.Locale.ROOT))))
                .register(registry);
        Machine.measure(registry);
    }

    /** From now on tells of numbers that fell silent (SPEC.md B2). */
    void watch(SilenceWatch watch, InstantSource clock) {
        GaugeWithCallback.builder()
                .name("baton_inbound_silence")
                .help("0 as usual or not known, 1 far below the usual of the hour, 2 silent where there always was"
                        + " something")
                .labelNames("number")
                .callback(callback -> silences(watch)
                        .forEach((number, silence) -> callback.call(level(silence.state()), number.value())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("baton_inbound_last_seconds")
                .help("Since the last new message of a number came")
                .labelNames("number")
                .callback(callback -> silences(watch)
                        .forEach((number, silence) -> silence.last()
                                .ifPresent(last -> callback.call(
                                        Duration.between(last, clock.instant()).toMillis() / 1e3, number.value()))))
                .register(registry);
    }

    private static double level(Silence.State state) {
        return switch (state) {
            case NOT_ENOUGH_HISTORY, USUAL -> 0;
            case LOW -> 1;
            case SILENT -> 2;
        };
    }

    private static Map<NumberId, Silence> silences(SilenceWatch watch) {
        try {
            return watch.look();
        } catch (StoreException away) {
            return Map.of();
        }
    }

    private void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    /** None while the database is away: the other numbers are wanted most just then, and {@code /readyz} says why. */
    private static Map<SendingState, Long> sendings(Inbox inbox) {
        try {
            return inbox.sendings();
        } catch (StoreException away) {
            return Map.of();
        }
    }

    void delivered(String result, Duration took) {
        deliveries.labelValues(result).inc();
        webhookSeconds.observe(took.toNanos() / 1e9);
    }

    void refused(String result) {
        deliveries.labelValues(result).inc();
    }

    void signedIn(String result) {
        signIns.labelValues(result).inc();
    }

    /** All numbers in Prometheus' text format. */
    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
