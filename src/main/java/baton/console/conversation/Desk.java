// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import baton.console.Texts;
import baton.console.Ticker;
import baton.console.Times;
import baton.domain.Failure;
import java.util.function.Function;

/**
 * What every bubble leans on. {@code failureKey}: the key of the sentence about a failure, as the error catalogue has it (the room
 * that knows it may not be imported here, so the root hands it in).
 */
public record Desk(
        Texts texts,
        Times times,
        Ticker ticker,
        Emoji emoji,
        BubbleActions actions,
        Function<Failure, String> failureKey) {}
