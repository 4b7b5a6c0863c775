// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.domain.NumberId;
import baton.whatsapp.AccountClient;
import baton.whatsapp.AppWebhook;
import baton.whatsapp.GraphAnswer;
import baton.whatsapp.SubscribedApp;
import java.util.List;
import java.util.Optional;

/** The account holds our numbers, delivers to our app, and the app takes the fields that Baton reads (WHATSAPP.md 1.4, 1.5, 8.8). */
final class AccountExam {
    private static final String ACCOUNT = "account";
    private static final String SUBSCRIPTION = "subscription";
    private static final String FIELDS = "fields";
    private static final String GIVE_ACCOUNT = "Give the account's id with BATON_WABA_ID (--waba-id).";
    private static final String NEEDS_APP = "Needs a token that works, which names its app.";

    /** Beside messages, what tells of account, quality, templates and handed-over conversations (WHATSAPP.md 11). */
    private static final List<String> USEFUL = List.of(
            "account_update",
            "account_alerts",
            "phone_number_quality_update",
            "message_template_status_update",
            "template_category_update",
            "business_capability_update",
            "standby",
            "messaging_handovers",
            "user_preferences",
            "security");

    private final AccountClient client;
    private final Chart chart;

    AccountExam(AccountClient client, Chart chart) {
        this.client = client;
        this.chart = chart;
    }

    void numbers(Optional<String> account, List<NumberId> ours) {
        if (account.isEmpty()) {
            chart.notChecked(ACCOUNT, GIVE_ACCOUNT);
            return;
        }
        switch (client.numbers(account.get())) {
            case GraphAnswer.Ok<List<NumberId>>(var theirs) -> numbers(account.get(), ours, theirs);
            case GraphAnswer.Refused<List<NumberId>> no ->
                chart.wrong(ACCOUNT, account.get() + ": " + Advice.refused(no.failure()));
            case GraphAnswer.Unreachable<List<NumberId>>(var failure) ->
                chart.notChecked(ACCOUNT, Advice.unreachable(failure));
        }
    }

    private void numbers(String account, List<NumberId> ours, List<NumberId> theirs) {
        List<String> strangers = ours.stream()
                .filter(number -> !theirs.contains(number))
                .map(NumberId::value)
                .toList();
        if (strangers.isEmpty()) {
            chart.ok(
                    ACCOUNT,
                    account + " holds " + (ours.size() == 1 ? "the number." : "all " + ours.size() + " numbers."));
        } else {
            chart.wrong(
                    ACCOUNT,
                    account + " does not hold " + String.join(", ", strangers) + ". It has "
                            + (theirs.isEmpty()
                                    ? "no number"
                                    : theirs.stream().map(NumberId::value).toList())
                            + ": mend BATON_PHONE_NUMBER_ID or BATON_WABA_ID.");
        }
    }

    void subscription(Optional<String> account, Optional<String> app) {
        if (account.isEmpty() || app.isEmpty()) {
            chart.notChecked(SUBSCRIPTION, account.isEmpty() ? GIVE_ACCOUNT : NEEDS_APP);
            return;
        }
        switch (client.subscribedApps(account.get())) {
            case GraphAnswer.Ok<List<SubscribedApp>>(var apps) -> subscription(account.get(), app.get(), apps);
            case GraphAnswer.Refused<List<SubscribedApp>> no -> chart.wrong(SUBSCRIPTION, Advice.refused(no.failure()));
            case GraphAnswer.Unreachable<List<SubscribedApp>>(var failure) ->
                chart.notChecked(SUBSCRIPTION, Advice.unreachable(failure));
        }
    }

    private void subscription(String account, String app, List<SubscribedApp> apps) {
        if (apps.stream().anyMatch(one -> one.id().equals(app))) {
            chart.ok(SUBSCRIPTION, "Account " + account + " delivers to app " + app + ".");
        } else {
            chart.wrong(
                    SUBSCRIPTION,
                    "Account " + account + " does not deliver to app " + app + ", so nothing will ever arrive."
                            + " Call POST /" + account + "/subscribed_apps once with the token (docs/connect.md).");
        }
    }

    /** What the app subscribed to, if that could be asked. */
    Optional<AppWebhook> fields(Optional<String> app) {
        if (app.isEmpty()) {
            chart.notChecked(FIELDS, NEEDS_APP);
            return Optional.empty();
        }
        return switch (client.webhook(app.get())) {
            case GraphAnswer.Ok<Optional<AppWebhook>>(var hook) -> {
                chart.note(judged(hook));
                yield hook;
            }
            case GraphAnswer.Refused<Optional<AppWebhook>> no -> {
                chart.notChecked(FIELDS, Advice.refused(no.failure()));
                yield Optional.empty();
            }
            case GraphAnswer.Unreachable<Optional<AppWebhook>>(var failure) -> {
                chart.notChecked(FIELDS, Advice.unreachable(failure));
                yield Optional.empty();
            }
        };
    }

    private static Finding judged(Optional<AppWebhook> found) {
        if (found.isEmpty()) {
            return Finding.wrong(
                    FIELDS, "The app has no webhook. Save address and verify token under WhatsApp > Configuration.");
        }
        AppWebhook hook = found.get();
        if (!hook.active() || !hook.fields().contains("messages")) {
            return Finding.wrong(
                    FIELDS, "The app does not get 'messages'. Subscribe to it under WhatsApp > Configuration.");
        }
        List<String> missing =
                USEFUL.stream().filter(field -> !hook.fields().contains(field)).toList();
        String version = hook.version().map(value -> " in " + value).orElse("");
        return Finding.ok(
                FIELDS,
                "The app gets 'messages'" + version
                        + (missing.isEmpty()
                                ? " and all that is useful."
                                : "; worth adding: " + String.join(", ", missing) + "."));
    }
}
