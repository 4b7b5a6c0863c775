// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.AccountEvent;
import baton.domain.ClaimEvent;
import baton.domain.ConversationEvent;
import baton.domain.CustomerEvent;
import baton.domain.Event;
import baton.domain.MessageEvent;
import baton.domain.PersonEvent;
import baton.domain.SendingEvent;
import baton.domain.UnknownEvent;
import baton.domain.Wamid;
import java.util.Optional;

/**
 * By what a second delivery of the same entry is known when the entry leaves no message of its own: the wamid of a
 * reaction, edit or deletion, the hash of a notice (WHATSAPP.md 1.3: duplicates are certain to occur).
 */
public final class EntryMark {
    private EntryMark() {}

    public static Optional<String> of(Event event) {
        return switch (event) {
            case MessageEvent.ReactionChanged changed -> changed.own().map(EntryMark::change);
            case MessageEvent.MessageEdited edited -> edited.own().map(EntryMark::change);
            case MessageEvent.MessageRevoked revoked -> revoked.own().map(EntryMark::change);
            case MessageEvent.ChangeAwaited awaited -> awaited.own().map(EntryMark::change);
            case AccountEvent.AccountNoticed noticed -> Optional.of(notice(noticed.hash()));
            case AccountEvent.EntrySetAside aside -> Optional.of(aside(aside.hash()));
            case MessageEvent.InboundReceived _,
                    MessageEvent.EchoReceived _,
                    MessageEvent.ReplyAccepted _,
                    MessageEvent.NoteWritten _,
                    AccountEvent.PlatformErrorSeen _,
                    AccountEvent.EntryPutAway _,
                    AccountEvent.SetAsideReplayed _,
                    SendingEvent _,
                    ClaimEvent _,
                    ConversationEvent _,
                    CustomerEvent _,
                    PersonEvent _,
                    UnknownEvent _ -> Optional.empty();
        };
    }

    /** The mark of a change by the wamid of the entry that told it. */
    public static String change(Wamid own) {
        return "change:" + own;
    }

    /** The mark of an account notice by its hash. */
    public static String notice(String hash) {
        return "notice:" + hash;
    }

    /** The mark of an entry that was set aside by its hash. */
    public static String aside(String hash) {
        return "aside:" + hash;
    }
}
