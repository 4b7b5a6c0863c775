// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.MessageId;
import baton.domain.Settlement;
import java.net.URI;

/** What a person can do in a bubble beyond reading. Called on the screen's thread; must return at once. */
public interface BubbleActions {
    /** Opens an address outside: a page, a map, a mail program, a phone. */
    void open(URI address);

    /** The message failed; write it again. */
    void retry(MessageId message);

    /** A person's word on a message nobody knows the fate of (SPEC.md C5). */
    void settle(MessageId message, Settlement decision);

    /** The message never left; its text is wanted back in the composer. */
    void takeBack(MessageId message);

    /** The row that is wanted is older than what is loaded. */
    void findOlder(MessageId message);
}
