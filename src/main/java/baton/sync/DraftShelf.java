// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.store.DeskFile;
import baton.store.DeskFile.Change;
import baton.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What is half written, and how the screen was left: in memory at once, in the desk file a moment later. {@link #step} is the
 * step of a loop; everything else is safe from any thread.
 */
final class DraftShelf {
    private static final String DRAFT = "draft";
    private static final String LAYOUT = "layout";
    private static final String ORPHAN = "orphan";
    private static final String OWNER = "owner";
    private static final Duration NOTHING_TO_DO = Duration.ofHours(1);

    private final DeskFile file;
    private final Duration pause;
    private final Map<ConversationId, Draft> drafts = new LinkedHashMap<>();
    private final List<Orphan> orphans = new ArrayList<>();
    private final Map<String, String> layout;
    private final Set<ConversationId> unsavedDrafts = new LinkedHashSet<>();
    private final Set<String> unsavedLayout = new LinkedHashSet<>();

    /** Set aside, and not read since: a screen that has not heard of it still shows the old text. */
    private final Set<ConversationId> aside = new HashSet<>();

    private Runnable somethingToDo = () -> {};
    private long lastWrite;

    /** {@code pause}: the shortest time between two writes, so the longest until a key is on the disk. */
    DraftShelf(DeskFile file, Duration pause) {
        this.file = file;
        this.pause = pause;
        this.lastWrite = System.nanoTime() - pause.toNanos();
        this.layout = new LinkedHashMap<>(file.all(LAYOUT));
        file.all(DRAFT).values().stream()
                .map(body -> Json.MAPPER.readValue(body, Draft.class))
                .forEach(draft -> drafts.put(draft.conversation(), draft));
        file.all(ORPHAN).values().forEach(body -> orphans.add(Json.MAPPER.readValue(body, Orphan.class)));
    }

    synchronized void whenUnsaved(Runnable wake) {
        somethingToDo = wake;
    }

    /** For a screen, which may save from now on what is typed there. */
    synchronized Draft read(ConversationId conversation) {
        aside.remove(conversation);
        return find(conversation);
    }

    private Draft find(ConversationId conversation) {
        return drafts.getOrDefault(conversation, Draft.none(conversation));
    }

    synchronized List<ConversationId> all() {
        return List.copyOf(drafts.keySet());
    }

    synchronized int returned() {
        return drafts.values().stream()
                .mapToInt(draft -> draft.returned().size())
                .sum();
    }

    /**
     * Keeps what was typed; the texts that came back stay as they are. Nothing, if it was set aside and not read again: it was typed into another
     * customer's text.
     */
    synchronized void save(Draft typed) {
        if (aside.contains(typed.conversation())) {
            return;
        }
        put(typed.withReturned(find(typed.conversation()).returned()));
        unsavedDrafts.add(typed.conversation());
        somethingToDo.run();
    }

    synchronized Draft forgetReturned(ConversationId conversation, CommandId id) {
        Draft draft = find(conversation).without(id);
        put(draft);
        unsavedDrafts.add(conversation);
        somethingToDo.run();
        return draft;
    }

    synchronized Optional<String> remembered(String key) {
        return Optional.ofNullable(layout.get(key));
    }

    synchronized Map<String, String> remembered() {
        return Map.copyOf(layout);
    }

    synchronized void remember(String key, String value) {
        if (!value.equals(layout.put(key, value))) {
            unsavedLayout.add(key);
            somethingToDo.run();
        }
    }

    /** Whom drafts and queued texts were written for, before the rows that tell it are thrown away; kept until strangers' are {@link #setAside}. */
    synchronized void writtenFor(Map<ConversationId, String> owners) {
        file.write(owners.entrySet().stream()
                .<Change>map(each -> new Change.Put(OWNER, each.getKey().toString(), each.getValue()))
                .toList());
    }

    synchronized Map<ConversationId, String> owners() {
        Map<ConversationId, String> owners = new LinkedHashMap<>();
        file.all(OWNER).forEach((id, owner) -> owners.put(new ConversationId(Long.parseLong(id)), owner));
        return owners;
    }

    /**
     * These conversations are other people's now, after the hub was restored: what was written there is kept under its old
     * owner's name and shown in no conversation. All others' drafts stay where they are.
     */
    synchronized void setAside(Map<ConversationId, String> formerOwners) {
        List<Change> changes = new ArrayList<>();
        List<Orphan> strangers = new ArrayList<>();
        formerOwners.forEach((id, owner) -> {
            Draft draft = find(id);
            if (!draft.isEmpty()) {
                Orphan orphan = new Orphan(owner, draft);
                strangers.add(orphan);
                changes.add(
                        new Change.Put(ORPHAN, UUID.randomUUID().toString(), Json.MAPPER.writeValueAsString(orphan)));
                changes.add(kept(Draft.none(id)));
            }
        });
        owners().keySet().forEach(id -> changes.add(new Change.Remove(OWNER, id.toString())));
        file.write(changes);
        strangers.forEach(orphan -> written(Draft.none(orphan.draft().conversation())));
        orphans.addAll(strangers);
        aside.addAll(formerOwners.keySet());
    }

    synchronized List<Orphan> orphans() {
        return List.copyOf(orphans);
    }

    /**
     * Changes drafts together with what else changes, in the desk file first; returns them as they are now. Whoever types or saves meanwhile waits:
     * else the one could undo the other, on the disk or here.
     */
    synchronized List<Draft> change(Map<ConversationId, UnaryOperator<Draft>> how, List<Change> others) {
        List<Change> changes = new ArrayList<>(others);
        List<Draft> changed = how.entrySet().stream()
                .map(each -> each.getValue().apply(find(each.getKey())))
                .toList();
        changed.forEach(draft -> changes.add(kept(draft)));
        file.write(changes);
        changed.forEach(this::written);
        return changed;
    }

    private void written(Draft draft) {
        put(draft);
        unsavedDrafts.remove(draft.conversation());
    }

    private void put(Draft draft) {
        if (draft.isEmpty()) {
            drafts.remove(draft.conversation());
        } else {
            drafts.put(draft.conversation(), draft);
        }
    }

    /** The change that makes the draft so in the desk file. */
    private static Change kept(Draft draft) {
        String name = draft.conversation().toString();
        return draft.isEmpty()
                ? new Change.Remove(DRAFT, name)
                : new Change.Put(DRAFT, name, Json.MAPPER.writeValueAsString(draft));
    }

    /** Writes what is unsaved, but not twice within the pause; tells how long to wait. */
    Duration step() {
        Duration left;
        synchronized (this) {
            left = pause.minusNanos(System.nanoTime() - lastWrite);
            if (unsavedDrafts.isEmpty() && unsavedLayout.isEmpty()) {
                return NOTHING_TO_DO;
            }
        }
        if (left.isPositive()) {
            return left;
        }
        flush();
        return pause;
    }

    /** Writes what is unsaved now. What cannot be written stays unsaved and is tried again. */
    synchronized void flush() {
        List<Change> changes = new ArrayList<>();
        unsavedDrafts.forEach(id -> changes.add(kept(find(id))));
        unsavedLayout.forEach(key -> changes.add(new Change.Put(LAYOUT, key, layout.getOrDefault(key, ""))));
        lastWrite = System.nanoTime();
        file.write(changes);
        unsavedDrafts.clear();
        unsavedLayout.clear();
    }
}
