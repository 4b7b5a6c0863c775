// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.util.Optional;

/** The advertisement or post a customer came from; opens the 72 h free-entry period if answered (WHATSAPP.md 2.19, 7.2). */
public record Referral(
        String sourceType,
        Optional<String> sourceId,
        Optional<String> url,
        Optional<String> headline,
        Optional<String> body) {}
