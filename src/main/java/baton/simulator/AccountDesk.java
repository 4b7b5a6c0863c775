// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The management side: token check, number, account, templates, subscriptions (Cloud API 0.2, 1.4, 8). */
final class AccountDesk {
    private static final List<String> NUMBER_BASICS =
            List.of("id", "display_phone_number", "verified_name", "code_verification_status", "quality_rating");

    private final SimulatorSettings settings;
    private final TemplateShelf templates;
    private final Subscription subscription;
    private final Standing standing;

    AccountDesk(SimulatorSettings settings, TemplateShelf templates, Subscription subscription, Standing standing) {
        this.settings = settings;
        this.templates = templates;
        this.subscription = subscription;
        this.standing = standing;
    }

    Optional<Answer> answer(Call call, Function<GraphError, Answer> no) {
        String first = call.segment(0);
        if (call.is("GET", 1) && first.equals("debug_token")) {
            return Optional.of(Answer.ok(debugToken(call)));
        }
        if (first.equals(settings.line().phoneNumberId())) {
            return number(call, no);
        }
        if (call.is("GET", 2)
                && first.equals(subscription.appId())
                && call.segment(1).equals("subscriptions")) {
            return Optional.of(app(call, no));
        }
        return first.equals(settings.line().wabaId()) ? account(call, no) : Optional.empty();
    }

    private ObjectNode debugToken(Call call) {
        String token = call.parameter("input_token").orElse("");
        Standing.State state = standing.now();
        boolean valid = settings.credentials().accepts(token) && state.tokenValid();
        ObjectNode root = Json.object();
        ObjectNode data =
                root.putObject("data").put("app_id", subscription.appId()).put("type", "SYSTEM_USER");
        data.put("is_valid", valid);
        data.put("expires_at", state.expires());
        if (valid) {
            state.scopes().forEach(data.putArray("scopes")::add);
            var granular = data.putArray("granular_scopes");
            state.scopes().forEach(scope -> granular.addObject().put("scope", scope));
        } else {
            data.putArray("scopes");
            data.putObject("error").put("code", 190).put("message", "Invalid OAuth access token.");
        }
        return root;
    }

    /** What the app subscribed to: told only to the app itself, which signs in with its id and secret (Cloud API 1.4). */
    private Answer app(Call call, Function<GraphError, Answer> no) {
        if (!settings.credentials().isApp(subscription.appId(), call.token())) {
            return no.apply(GraphError.of(190, "This call needs an app access token."));
        }
        ObjectNode root = Json.object();
        ObjectNode hook = root.putArray("data").addObject().put("object", "whatsapp_business_account");
        hook.put("callback_url", subscription.home().toString()).put("active", true);
        var fields = hook.putArray("fields");
        standing.now()
                .fields()
                .forEach(field -> fields.addObject().put("name", field).put("version", "v25.0"));
        return Answer.ok(root);
    }

    private Optional<Answer> number(Call call, Function<GraphError, Answer> no) {
        if (call.is("GET", 1)) {
            return Optional.of(
                    fields(call, NumberNode.of(settings.line(), subscription, standing.now()), NUMBER_BASICS, no));
        }
        if (call.is("POST", 1)) {
            return Optional.of(subscription.configure(call, no));
        }
        boolean profile = call.path().size() == 2 && call.segment(1).equals("whatsapp_business_profile");
        if (profile && call.method().equals("GET")) {
            ObjectNode root = Json.object();
            root.putArray("data").add(NumberNode.profile());
            return Optional.of(Answer.ok(root));
        }
        return profile ? Optional.of(Answer.success()) : Optional.empty();
    }

    private Optional<Answer> account(Call call, Function<GraphError, Answer> no) {
        if (call.is("GET", 1)) {
            return Optional.of(fields(call, NumberNode.account(settings.line()), List.of("id", "name"), no));
        }
        if (call.is("GET", 2) && call.segment(1).equals("phone_numbers")) {
            ObjectNode number = NumberNode.of(settings.line(), subscription, standing.now());
            return Optional.of(Answer.ok(page(List.of(number))));
        }
        if (call.is("GET", 2) && call.segment(1).equals("message_templates")) {
            return Optional.of(Answer.ok(page(templatesFor(call))));
        }
        return call.segment(1).equals("subscribed_apps") ? subscription.answer(call, no) : Optional.empty();
    }

    private List<JsonNode> templatesFor(Call call) {
        return templates.all().stream()
                .filter(template -> matches(call, "status", template.status())
                        && matches(call, "category", template.category())
                        && matches(call, "language", template.language())
                        && matches(call, "name", template.name()))
                .map(Template::json)
                .toList();
    }

    private static boolean matches(Call call, String parameter, String value) {
        return call.parameter(parameter).map(value::equalsIgnoreCase).orElse(true);
    }

    private static ObjectNode page(List<? extends JsonNode> items) {
        ObjectNode root = Json.object();
        root.putArray("data").addAll(items);
        root.putObject("paging")
                .putObject("cursors")
                .put("before", "QVFIUbefore")
                .put("after", "QVFIUafter");
        return root;
    }

    /** A field nobody knows makes the whole call fail (Cloud API 8.4). */
    private static Answer fields(Call call, ObjectNode node, List<String> basics, Function<GraphError, Answer> no) {
        List<String> wanted = call.parameter("fields")
                .map(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList())
                .orElse(basics);
        ObjectNode answer = Json.object();
        for (String field : wanted) {
            if (!node.has(field)) {
                return no.apply(GraphError.of(100, "Tried accessing nonexisting field (" + field + ")"));
            }
            answer.set(field, node.path(field));
        }
        return Answer.ok(answer.put("id", Json.text(node, "id")));
    }
}
