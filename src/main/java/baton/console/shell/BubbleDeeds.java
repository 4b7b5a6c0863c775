// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.conversation.BubbleActions;
import baton.domain.MessageId;
import baton.domain.Settlement;
import java.net.URI;
import java.util.function.Consumer;

/** What bubbles ask for, done by the desk. */
final class BubbleDeeds implements BubbleActions {
    private final DeskModel model;
    private final Consumer<URI> browser;

    BubbleDeeds(DeskModel model, Consumer<URI> browser) {
        this.model = model;
        this.browser = browser;
    }

    @Override
    public void open(URI address) {
        browser.accept(address);
    }

    @Override
    public void retry(MessageId message) {
        writeAgain(message);
    }

    @Override
    public void settle(MessageId message, Settlement decision) {
        var _ = model.seat().workspace().settle(message, decision);
    }

    @Override
    public void takeBack(MessageId message) {
        writeAgain(message);
    }

    @Override
    public void findOlder(MessageId message) {
        model.transcript().older();
    }

    private void writeAgain(MessageId message) {
        model.conversation()
                .id()
                .ifPresent(id -> model.transcript()
                        .message(message)
                        .ifPresent(lost ->
                                model.composer().restore(id, lost.content().words(), lost.note())));
    }
}
