// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Role;
import baton.store.Replica;
import baton.store.Shelf;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where a desk keeps its things: a folder with its key and first page, or memory. */
record Files(Shelf shelf, Protection protection, Optional<FirstPage> firstPage, Optional<Path> folder) {
    /** Rows of each view that are drawn while the databases open: what fits into a high window unless rows are compact, since reading them takes a start its time. */
    private static final int ROWS = 32;

    static Files of(WorkspaceSettings settings) {
        return of(settings, new SystemKeyRing(System.getProperty("os.name"), System.getenv()));
    }

    /** Waits for the ring; refuses as {@link KeyPlace#find}. */
    static Files of(WorkspaceSettings settings, KeyRing ring) {
        return settings.folder()
                .map(desks -> inFolder(DeskFolder.of(desks, settings.hub(), settings.person()), ring))
                .orElseGet(Files::inMemory);
    }

    private static Files inFolder(Path folder, KeyRing ring) {
        SecureRandom dice = new SecureRandom();
        KeyPlace.Found found = new KeyPlace(ring, dice).find(folder);
        FirstPage page = new FirstPage(folder.resolve("first-page"), found.key(), dice);
        return new Files(
                new Shelf.Folder(folder, found.key()), found.protection(), Optional.of(page), Optional.of(folder));
    }

    private static Files inMemory() {
        return new Files(
                new Shelf.Memory("desk-" + UUID.randomUUID()),
                Protection.MEMORY_ONLY,
                Optional.empty(),
                Optional.empty());
    }

    /** Puts last time's first page on the board, if there is one, and says so. */
    Optional<FirstPage.Content> show(Surface surface) {
        Optional<FirstPage.Content> page = firstPage.flatMap(FirstPage::read);
        page.ifPresent(content -> show(surface, content));
        return page;
    }

    private static void show(Surface surface, FirstPage.Content content) {
        surface.board()
                .take(new Replica.Changed(content.conversations(), List.of(), content.customers(), content.people()));
        surface.board().expect(content.counts());
        surface.announcer().announce(Changes.everything());
    }

    void keep(Board board, Role role, Map<String, String> remembered) {
        Set<ConversationRow> rows = new LinkedHashSet<>();
        for (View view : List.of(View.MINE, View.UNASSIGNED, View.ALL)) {
            rows.addAll(board.rows(view).stream().limit(ROWS).toList());
        }
        firstPage.ifPresent(page -> page.write(new FirstPage.Content(
                role,
                rows.stream().map(ConversationRow::conversation).toList(),
                rows.stream().map(ConversationRow::customer).distinct().toList(),
                board.counts(),
                board.people(),
                remembered)));
    }
}
