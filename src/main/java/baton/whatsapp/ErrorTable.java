// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import static baton.whatsapp.Verdict.Retry.AUTO;
import static baton.whatsapp.Verdict.Retry.AUTO_AT_MOST_3;
import static baton.whatsapp.Verdict.Retry.LATER;
import static baton.whatsapp.Verdict.Retry.MINUTES;
import static baton.whatsapp.Verdict.Retry.NEVER;
import static baton.whatsapp.Verdict.Retry.NUMBER_PAUSE;
import static baton.whatsapp.Verdict.Retry.PAIR_LIMIT;
import static baton.whatsapp.Verdict.Retry.STOP_NUMBER;

import baton.whatsapp.Verdict.Retry;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The tables of WHATSAPP.md 6.1 to 6.7, one method each, with the classes of section 9. */
final class ErrorTable {
    private final Map<Integer, Verdict> verdicts = new HashMap<>();

    private ErrorTable() {}

    static Map<Integer, Verdict> verdicts() {
        var table = new ErrorTable();
        table.account();
        table.rates();
        table.recipients();
        table.content();
        table.templates();
        table.server();
        table.registration();
        table.management();
        table.groups();
        return Map.copyOf(table.verdicts);
    }

    private void account() {
        put(STOP_NUMBER, "error.token", 0, 190);
        put(STOP_NUMBER, "error.permission", 10, 131005);
        put(STOP_NUMBER, "error.permission", IntStream.rangeClosed(200, 299).toArray());
        put(STOP_NUMBER, "error.account-restricted", 368);
        put(STOP_NUMBER, "error.account-locked", 131031);
        put(STOP_NUMBER, "error.payment", 131042);
        put(NEVER, "error.capability", 3);
        put(NEVER, "error.number-gone", 33);
        put(NEVER, "error.country", 130497);
        put(LATER, "error.display-name", 131037);
        put(LATER, "error.payment-calls", 131044);
        put(LATER, "error.not-registered", 131045, 133010);
        put(LATER, "error.number-not-linked", 141000);
        put(LATER, "error.template-not-approved", 141002);
        put(NUMBER_PAUSE, "error.maintenance", 131057);
        put(MINUTES, "error.maintenance", 2494100);
    }

    private void rates() {
        put(MINUTES, "error.app-calls", 4);
        put(MINUTES, "error.account-calls", 80007);
        put(NUMBER_PAUSE, "error.throughput", 130429);
        put(PAIR_LIMIT, "error.pair", 131056);
        put(LATER, "error.spam", 131048);
        put(LATER, "error.misclassified", 131064);
        put(LATER, "error.registrations", 133016);
        put(AUTO, "error.call-rate", 613);
    }

    private void recipients() {
        put(NEVER, "error.window", 131047);
        put(NEVER, "error.undeliverable", 131026);
        put(LATER, "error.marketing-held", 131049);
        put(NEVER, "error.opted-out", 131050);
        put(NEVER, "error.experiment", 130472);
        put(NEVER, "error.marketing-off", 131063);
        put(NEVER, "error.own-number", 131021);
        put(NEVER, "error.test-recipients", 131030);
        put(NEVER, "error.phone-needed", 131062);
        put(LATER, "error.identity", 137000);
        put(NEVER, "error.content-unavailable", 131060, 130501, 501);
    }

    private void content() {
        put(NEVER, "error.parameter", 100, 131008, 131009);
        put(NEVER, "error.type", 131051);
        put(NEVER, "error.their-media", 131052);
        put(NEVER, "error.our-media", 131053);
        put(NEVER, "error.flow-blocked", 132068);
        put(LATER, "error.flow-throttled", 132069);
        put(LATER, "error.marketing-endpoint", 131055, 134100, 134102);
        put(LATER, "error.template-syncing", 134101);
        put(NEVER, "error.payment-terms", 134011);
        put(NEVER, "error.unspecified", 135000);
    }

    private void templates() {
        put(NEVER, "error.template-refresh", 132000, 132001);
        put(NEVER, "error.template-too-long", 132005);
        put(NEVER, "error.template-content", 132007);
        put(NEVER, "error.template-parameter", 132008, 132012, 132018);
        put(LATER, "error.template-paused", 132015);
        put(NEVER, "error.template-disabled", 132016);
        put(NEVER, "error.template-field-long", 2388040);
        put(NEVER, "error.template-format", 2388047, 2388072, 2388073);
        put(NEVER, "error.template-variables", 2388293, 2388299);
        put(NEVER, "error.template-count", 2388019);
        put(NEVER, "error.insights", 200005, 200006, 200007);
    }

    private void server() {
        put(AUTO_AT_MOST_3, "error.platform", 1, 131000);
        put(AUTO, "error.platform-down", 2, 131016, 133004);
    }

    private void registration() {
        put(LATER, "error.deregistration", 133000);
        put(NEVER, "error.pin-wrong", 133005);
        put(LATER, "error.verify-first", 133006);
        put(LATER, "error.pin-wait", 133008, 133009);
        put(LATER, "error.just-deleted", 133015);
        put(LATER, "error.code-not-sent", 136024);
        put(NEVER, "error.code-wrong", 136025);
        put(NEVER, "error.migration", 2388001, 2388012, 2388091, 2388093, 2388103);
    }

    private void management() {
        partly("error.block-partial", 139100);
        put(NEVER, "error.block-full", 139101);
        put(AUTO, "error.block-changed", 139102);
        put(AUTO_AT_MOST_3, "error.platform", 139103);
        put(NEVER, "error.calls", IntStream.rangeClosed(138000, 138021).toArray());
        put(NEVER, "error.sync-done", 2593107);
        put(NEVER, "error.sync-late", 2593108);
        put(NEVER, "error.sync-refused", 2593109);
        put(NEVER, "error.username-taken", 147001);
        put(NEVER, "error.username-not-possible", 147002, 147003, 147004, 147005);
    }

    private void groups() {
        put(NEVER, "error.group-unknown", 131020, 131041, 131212, 131213);
        put(NEVER, "error.group-request", 131059, 131202);
        partly("error.group-partial", 131201);
        put(NEVER, "error.group-too-many", 131204, 131211);
        put(LATER, "error.group-suspended", 131207);
        put(MINUTES, "error.group-rate", 131208);
        put(NEVER, "error.group-photo", 131209, 131210);
        put(LATER, "error.group-creation-off", 131214);
        put(NEVER, "error.group-not-eligible", 131215);
    }

    private void put(Retry retry, String key, int... codes) {
        var verdict = new Verdict(retry, true, key);
        IntStream.of(codes).forEach(code -> verdicts.put(code, verdict));
    }

    /** A part of what was asked for was done. */
    private void partly(String key, int code) {
        verdicts.put(code, new Verdict(NEVER, false, key));
    }
}
