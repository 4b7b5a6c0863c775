// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.ConversationId;
import baton.domain.PersonId;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program of its own in which somebody types, until it is killed. */
final class TypingAtADesk {
    private TypingAtADesk() {}

    /** Says "typed" half a second after the last key, and then does nothing more. */
    public static void main(String[] words) throws InterruptedException {
        HubAddress nobody = HubAddress.of("http://127.0.0.1:9");
        Workspace desk = Workspace.open(
                WorkspaceSettings.inFolder(nobody, new PersonId("mina"), Path.of(words[0]), new RunningClock()));
        desk.ready().join();
        ConversationId conversation = new ConversationId(7);
        desk.remember("split", "0.25");
        String text = words[1];
        for (int keys = 1; keys <= text.length(); keys++) {
            desk.saveDraft(desk.draft(conversation).withReply(text.substring(0, keys)));
        }
        CountDownLatch never = new CountDownLatch(1);
        boolean _ = never.await(500, TimeUnit.MILLISECONDS);
        System.out.println("typed");
        never.await();
    }
}
