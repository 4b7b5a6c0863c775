// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code baton tools desk}: a desk without a screen. Signs in, follows the hub and prints as JSON, one object a line, what a
 * screen would show; with {@code --watch} it goes on, and takes commands line by line.
 */
public final class DeskTool {
    public static final String USAGE = """
        baton tools desk --hub URL --user NAME [options]      what a screen would show, one JSON object a line

          --password-env VARIABLE   environment variable with the password (default BATON_PASSWORD)
          --pin SHA256              the hub's certificate, for a hub with one of its own making
          --data FOLDER             keep replica, drafts and outbox there (default: in memory)
          --view VIEW               mine, unassigned, all (default) or resolved
          --conversation NUMBER     show its messages too
          --wait SECONDS            how long to wait for the hub (default 30)
          --watch                   go on until the end of the input; each line of it may be a command:
                                    claim N · release N · resolve N · reopen N · reply N TEXT · note N TEXT · draft N TEXT · show N

        Ends with 0, or with 1 when the hub could not be reached or refused the sign-in or the key ring was silent, or 2 for a word not understood.
        """;

    private final InstantSource clock;
    private final DeskPrinter printer;
    private final BufferedReader commands;

    /** {@code commands}: what is read with {@code --watch}; {@code out}: gets one line for each thing shown. */
    public DeskTool(InstantSource clock, BufferedReader commands, Appendable out) {
        this.clock = clock;
        this.commands = commands;
        this.printer = new DeskPrinter(out);
    }

    /** Runs until it is done; tells how the program ends. {@code words}: after {@code baton tools desk}. */
    public int run(List<String> words, Map<String, String> environment) {
        try {
            return run(DeskWords.read(words, environment));
        } catch (IllegalArgumentException notUnderstood) {
            printer.problem(String.valueOf(notUnderstood.getMessage()));
            return 2;
        } catch (SilentKeyRing silent) {
            printer.problem(String.valueOf(silent.getMessage()));
            return 1;
        }
    }

    private int run(DeskWords words) {
        SignInAnswer answer = new SignIn(words.hub(), Locale.ENGLISH, clock).attempt(words.user(), words.password());
        if (!(answer instanceof SignInAnswer.Welcome welcome)) {
            printer.signIn(answer);
            return 1;
        }
        try (Workspace desk = Workspace.open(settings(words, welcome.pass()))) {
            return show(desk, words);
        }
    }

    private WorkspaceSettings settings(DeskWords words, Pass pass) {
        PersonId person = pass.person();
        return words.data()
                .map(folder -> WorkspaceSettings.inFolder(words.hub(), person, folder, clock)
                        .with(pass))
                .orElseGet(() -> WorkspaceSettings.inMemory(words.hub(), pass, clock));
    }

    private int show(Workspace desk, DeskWords words) {
        CompletableFuture<Void> online = new CompletableFuture<>();
        desk.listen(changes -> {
            if (words.isWatching()) {
                printer.changes(changes, words.conversation());
            }
            changes.link().filter(LinkState.Online.class::isInstance).ifPresent(_ -> online.complete(null));
        });
        if (desk.link() instanceof LinkState.Online) {
            online.complete(null);
        }
        boolean isThere = isThere(CompletableFuture.allOf(online, desk.ready()), words.patience());
        printer.link(desk.link());
        printer.counts(desk.counts(), desk.outbox());
        desk.rows(words.view()).forEach(printer::row);
        words.conversation().ifPresent(id -> showMessages(desk, id));
        if (words.isWatching()) {
            obey(desk);
        }
        return isThere ? 0 : 1;
    }

    private static boolean isThere(CompletableFuture<Void> awaited, Duration patience) {
        return awaited.thenApply(_ -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> false)
                .join();
    }

    private void showMessages(Workspace desk, ConversationId id) {
        MessagePage page = desk.fetchMessages(id, Optional.empty(), 200).join();
        page.messages().forEach(printer::message);
        page.outgoing().forEach(printer::outgoing);
        printer.draft(desk.draft(id));
    }

    private void obey(Workspace desk) {
        try {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                obey(desk, line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void obey(Workspace desk, String line) {
        String[] words = line.strip().split(" ", 3);
        try {
            ConversationId id = new ConversationId(Long.parseLong(words.length > 1 ? words[1] : ""));
            String text = words.length > 2 ? words[2] : "";
            switch (words[0]) {
                case "claim" -> printer.answer(line, desk.claim(id));
                case "release" -> printer.answer(line, desk.release(id));
                case "resolve" -> printer.answer(line, desk.resolve(id));
                case "reopen" -> printer.answer(line, desk.reopen(id));
                case "reply" -> printer.answer(line, reply(desk, id, text));
                case "note" -> printer.answer(line, desk.note(new Command.Note(id, text, List.of())));
                case "draft" -> desk.saveDraft(desk.draft(id).withReply(text));
                case "show" -> showMessages(desk, id);
                default -> printer.problem("There is no command '" + words[0] + "'");
            }
        } catch (NumberFormatException noNumber) {
            printer.problem("A command is a word, the number of a conversation, and for some a text");
        }
    }

    private static CompletableFuture<CommandAnswer> reply(Workspace desk, ConversationId id, String text) {
        return desk.fence(id)
                .map(fence -> desk.reply(new Command.Reply(id, fence, new Content.Text(text), Optional.empty(), false)))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new CommandAnswer.Refused(Refusal.because(Refusal.Reason.NOT_HELD), Optional.empty())));
    }
}
