// SPDX-License-Identifier: Apache-2.0
/**
 * The WhatsApp Cloud API as Baton meets it: deliveries in, messages out, and what its errors mean.
 *
 * <p>Imports domain, run, the JDK, Jackson and OkHttp; reads no clock and no database. Everything is free of state between calls and
 * may be used from any thread. Start reading at {@link baton.whatsapp.WebhookCodec} for the way in and at {@link
 * baton.whatsapp.GraphClient} for the way out. "WHATSAPP.md" in comments is the project's own description of the API, by section.
 */
@NullMarked
package baton.whatsapp;

import org.jspecify.annotations.NullMarked;
