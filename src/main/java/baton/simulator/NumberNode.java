// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import tools.jackson.databind.node.ObjectNode;

/** The Graph nodes of the pretend business: number, account, profile (Cloud API 8.4 to 8.7). */
final class NumberNode {
    private NumberNode() {}

    static ObjectNode of(BusinessLine line, Subscription subscription, Standing.State standing) {
        ObjectNode node = Json.object()
                .put("id", line.phoneNumberId())
                .put("display_phone_number", "+" + line.displayNumber())
                .put("verified_name", "Invented Shop")
                .put("code_verification_status", "VERIFIED")
                .put("quality_rating", standing.quality())
                .put("platform_type", "CLOUD_API")
                .put("status", standing.status())
                .put("name_status", "APPROVED")
                .put("account_mode", standing.mode())
                .put("is_official_business_account", false)
                .put("is_pin_enabled", true)
                .put("whatsapp_business_manager_messaging_limit", "TIER_2K");
        node.putObject("throughput").put("level", "STANDARD");
        node.putObject("webhook_configuration")
                .put("application", subscription.address().toString());
        health(node, "PHONE_NUMBER", line.phoneNumberId(), standing.canSend());
        return node;
    }

    static ObjectNode account(BusinessLine line) {
        ObjectNode node = Json.object()
                .put("id", line.wabaId())
                .put("name", "Invented Shop")
                .put("currency", "USD")
                .put("timezone_id", "1")
                .put("country", "GB")
                .put("account_review_status", "APPROVED")
                .put("business_verification_status", "verified")
                .put("ownership_type", "SELF")
                .put("whatsapp_business_manager_messaging_limit", "TIER_2K");
        health(node, "WABA", line.wabaId(), "AVAILABLE");
        return node;
    }

    static ObjectNode profile() {
        ObjectNode profile = Json.object()
                .put("about", "Invented things for invented people")
                .put("address", "1 Invented Street, Leeds")
                .put("description", "A made-up shop.")
                .put("email", "desk@shop.example")
                .put("vertical", "RETAIL")
                .put("messaging_product", "whatsapp");
        profile.putArray("websites").add("https://shop.example/");
        return profile;
    }

    private static void health(ObjectNode node, String kind, String id, String canSend) {
        ObjectNode health = node.putObject("health_status").put("can_send_message", canSend);
        ObjectNode entity = health.putArray("entities")
                .addObject()
                .put("entity_type", kind)
                .put("id", id)
                .put("can_send_message", canSend);
        if (canSend.equals("BLOCKED")) {
            entity.putArray("errors")
                    .addObject()
                    .put("error_code", 141000)
                    .put("error_description", "The number is not linked to an account.")
                    .put("possible_solution", "Link it in the manager.");
        } else if (canSend.equals("LIMITED")) {
            entity.putArray("additional_info").add("The display name is not approved yet.");
        }
    }
}
