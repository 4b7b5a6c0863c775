// SPDX-License-Identifier: Apache-2.0
/**
 * The language between console and hub, and of the journal's rows: paths, request and answer records, the event codec,
 * the JSON mapper. The same bytes mean the same on both sides and in every release.
 *
 * <p>May import {@code domain} and {@code run}. Start reading at {@link baton.wire.EventCodec} and {@link
 * baton.wire.CommandCodec}.
 */
@NullMarked
package baton.wire;

import org.jspecify.annotations.NullMarked;
