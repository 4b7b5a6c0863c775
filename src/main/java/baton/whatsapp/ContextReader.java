// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Quote;
import baton.domain.Quote.Forward;
import baton.domain.Referral;
import baton.domain.Wamid;
import java.util.Optional;

/** What a message refers to (WHATSAPP.md 2.20) and the advertisement it came from (2.19). */
final class ContextReader {
    private ContextReader() {}

    /** Empty when the context says nothing. */
    static Optional<Quote> quote(Fields message) {
        Fields context = message.at("context");
        var quote =
                new Quote(context.id("id").map(Wamid::new), forward(context), product(context.at("referred_product")));
        boolean saysNothing = quote.message().isEmpty()
                && quote.forward() == Forward.NO
                && quote.product().isEmpty();
        return saysNothing ? Optional.empty() : Optional.of(quote);
    }

    static Optional<Referral> referral(Fields message) {
        Fields referral = message.at("referral");
        if (!referral.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new Referral(
                referral.label("source_type").orElse("unknown"),
                referral.id("source_id"),
                referral.text("source_url"),
                referral.text("headline"),
                referral.text("body")));
    }

    private static Forward forward(Fields context) {
        if (context.flag("frequently_forwarded")) {
            return Forward.OFTEN;
        }
        return context.flag("forwarded") ? Forward.ONCE : Forward.NO;
    }

    private static Optional<Quote.Product> product(Fields product) {
        return product.id("product_retailer_id")
                .map(item -> new Quote.Product(product.id("catalog_id").orElse(""), item));
    }
}
