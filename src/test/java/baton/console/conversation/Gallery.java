// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import baton.console.Language;
import baton.console.Texts;
import baton.console.Ticker;
import baton.console.Times;
import baton.domain.Author;
import baton.domain.ClaimNumber;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.DeliveryId;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.Inbound;
import baton.domain.MediaKind;
import baton.domain.Message;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Quote;
import baton.domain.Referral;
import baton.domain.Refusal;
import baton.domain.Sending;
import baton.domain.SendingState;
import baton.domain.Settlement;
import baton.domain.Tick;
import baton.domain.Wamid;
import baton.whatsapp.ErrorCatalogue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A conversation written message by message, and one that holds every kind there is. */
final class Gallery {
    static final Instant MORNING = Instant.parse("2026-11-22T00:10:00Z");
    static final PersonId MINA = new PersonId("mina");
    static final PersonId JOON = new PersonId("joon");
    static final Names NAMES = new Names("Dewi Lestari", Map.of(MINA, "Mina Kim", JOON, "박준호"));

    final List<String> asked = new ArrayList<>();
    private final Map<Wamid, Message> known = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private Instant at = MORNING;

    Desk desk(Language language) {
        var texts = new Texts(language, Locale.UK);
        InstantSource clock = InstantSource.fixed(MORNING.plus(Duration.ofHours(5)));
        var times = new Times(texts, ZoneId.of("Asia/Seoul"));
        return new Desk(
                texts, times, new Ticker(clock, Runnable::run, _ -> {}), new Emoji(), actions(), ErrorCatalogue::key);
    }

    List<BubbleRow> rows() {
        return messages.stream().map(this::row).toList();
    }

    BubbleRow row(Message message) {
        return BubbleRow.of(message, NAMES, wamid -> Optional.ofNullable(known.get(wamid)));
    }

    Gallery after(Duration pause) {
        at = at.plus(pause);
        return this;
    }

    Message customer(Content content) {
        return add(new Author.Customer(), content, it -> it);
    }

    Message customer(String text) {
        return customer(new Content.Text(text));
    }

    Message add(Author author, Content content, UnaryOperator<Message> change) {
        at = at.plusSeconds(40);
        var id = new MessageId(messages.size() + 1L);
        var wamid = new Wamid("wamid." + id);
        var message = change.apply(new Message(
                id,
                id.value(),
                new ConversationId(1),
                author,
                false,
                content,
                at,
                at,
                Optional.of(wamid),
                Optional.empty(),
                Message.Marks.NONE,
                Optional.empty()));
        known.put(wamid, message);
        messages.add(message);
        return message;
    }

    Message reply(PersonId person, String text, Sending sending) {
        return add(new Author.Person(person), new Content.Text(text), it -> it.withSending(sending));
    }

    void note(PersonId person, String text) {
        add(
                new Author.Person(person),
                new Content.Text(text),
                it -> new Message(
                        it.id(),
                        it.version(),
                        it.conversation(),
                        it.author(),
                        true,
                        it.content(),
                        it.sentAt(),
                        it.at(),
                        Optional.empty(),
                        it.quote(),
                        it.marks(),
                        Optional.empty()));
    }

    Sending sending(SendingState state) {
        Sending sending = Sending.queued(new Fence(new ClaimNumber(1), 1), at);
        return switch (state) {
            case READ ->
                sending.ticked(Tick.SENT, at)
                        .ticked(Tick.DELIVERED, at.plusSeconds(1))
                        .ticked(Tick.READ, at.plusSeconds(9))
                        .in(state);
            case FAILED ->
                sending.failing(new Failure(131047, "Re-engagement message", Optional.empty(), Optional.empty()))
                        .in(state);
            case WITHHELD -> sending.withheld(Refusal.because(Refusal.Reason.NEWER_MESSAGE));
            default -> sending.in(state);
        };
    }

    static Message.Marks way(Inbound.Way way) {
        return new Message.Marks(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                way,
                Optional.empty(),
                Optional.of(new DeliveryId("d1")));
    }

    /** What an ordinary day looks like. */
    Gallery talk() {
        after(Duration.ofHours(-20));
        customer("Halo kak, pesanan saya #4471 belum sampai 🙏");
        reply(MINA, "Halo Dewi, saya cek dulu ya.", sending(SendingState.READ));
        after(Duration.ofHours(20));
        Message question = customer(
                "Kapan dikirim? Saya butuh sebelum hari Jumat, untuk ulang tahun ibu saya. Kalau bisa tolong dibungkus"
                        + " kado 🎁");
        customer("Alamatnya masih sama");
        add(
                new Author.Automatic("keyword “ongkir” v12"),
                new Content.Text("Ongkir gratis di atas Rp 250.000 untuk wilayah *Jabodetabek*. Cek resi di"
                        + " https://baton.example/track/4471"),
                it -> it.withSending(sending(SendingState.DELIVERED)));
        note(MINA, "VIP, last order was late as well. Please be generous – call @joon if the courier says no.");
        add(
                new Author.Person(MINA),
                new Content.Text("Barangnya sudah dikirim tadi pagi, tiba *Kamis*. Bungkus kado _gratis_ dari kami ❤️"),
                it -> it.withQuote(Optional.of(Quote.of(question.wamid().orElseThrow())))
                        .withMarks(Message.Marks.NONE.withReactions(
                                List.of(new Message.Reaction(new Author.Customer(), "😍", at)), List.of()))
                        .withSending(sending(SendingState.READ)));
        customer("😍😍");
        add(
                new Author.Customer(),
                new Content.Text("Terima kasih banyak! Totalnya jadi berapa?"),
                it -> it.withMarks(
                        Message.Marks.NONE.withEdits(List.of(new Message.Edit(new Content.Text("Terima kasih"), at)))));
        reply(MINA, "Totalnya Rp 310.000, sudah termasuk ongkir.", sending(SendingState.DELIVERED));
        reply(MINA, "Ada lagi yang bisa saya bantu?", sending(SendingState.QUEUED));
        return this;
    }

    /** Letters of the world, markup, links. */
    Gallery letters() {
        customer("안녕하세요, 반품하고 싶어요. 사이즈가 너무 커요 😢 *빨리* 부탁드려요");
        customer("مرحبا، متى يصل طلبي رقم 4471؟ شكراً جزيلاً 🌹 أنتظر الرد منكم في أقرب وقت ممكن");
        customer("नमस्ते, मेरा ऑर्डर कब आएगा? कृपया जल्दी बताइए।");
        customer("สวัสดีค่ะ ของจะถึงเมื่อไหร่คะ");
        customer("你好，我想退货。請問可以換大一號嗎？漢字も大丈夫です。");
        customer("""
            *bold* _italic_ ~struck~ `code` *_both_*
            ```GET /orders/4471
            HTTP/1.1 200 OK```
            not*bold* and 2 * 3 * 4\
            """);
        customer("See https://www.paypal.com@evil.example/login or www.baton.example/help_page_1, write to"
                + " dewi@mail.example or call +62 812 3456 7890.");
        customer(
                "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaargh");
        customer("Family 👨‍👩‍👧‍👦, flags 🇰🇷🇮🇩🇸🇦, tones 👍🏽👋🏿, keycap 1️⃣ and plain ☎ ©");
        customer("❤️");
        return this;
    }

    /** Every state a reply can be in. */
    Gallery outcomes() {
        customer("Apa kabar pesanan saya?");
        for (SendingState state : SendingState.values()) {
            reply(
                    state == SendingState.SENT ? JOON : MINA,
                    "Reply that is " + state.name().toLowerCase(Locale.ROOT),
                    sending(state));
        }
        reply(
                MINA,
                "Reply that waits for another try",
                sending(SendingState.QUEUED).failing(Failure.ofTransport("timeout")));
        add(new Author.PhoneApp(), new Content.Text("Sent from the shop’s phone"), it -> it);
        add(
                new Author.MetaAgent(),
                new Content.Text("Hi! I am the business agent. How can I help?"),
                it -> it.withMarks(way(Inbound.Way.STANDBY)));
        add(
                new Author.Customer(),
                new Content.Text("Is somebody there?"),
                it -> it.withMarks(way(Inbound.Way.STANDBY)));
        add(
                new Author.Customer(),
                new Content.Text("I should not have said this"),
                it -> it.withMarks(Message.Marks.NONE.withRevokedAt(at)));
        add(
                new Author.Customer(),
                new Content.Notice(
                        "user_changed_number", "Dewi Lestari changed from +62 812 3456 7890 to +62 813 9876 5432"),
                it -> it);
        return this;
    }

    /** Every kind of content that is not text. */
    Gallery kinds() {
        add(
                new Author.Customer(),
                new Content.Text("Is this still available?"),
                it -> it.withMarks(new Message.Marks(
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Inbound.Way.DIRECT,
                        Optional.of(new Referral(
                                "ad",
                                Optional.of("1"),
                                Optional.of("https://fb.me/abc"),
                                Optional.of("Winter sale – 30 % off"),
                                Optional.of("Coats and boots until Sunday"))),
                        Optional.empty())));
        customer(new Content.Media(
                MediaKind.IMAGE,
                "m1",
                "image/jpeg",
                Optional.empty(),
                Optional.of("The zip is broken, look 😕"),
                Optional.empty()));
        customer(new Content.Media(
                MediaKind.DOCUMENT,
                "m2",
                "application/pdf",
                Optional.empty(),
                Optional.empty(),
                Optional.of("invoice-2026-11-영수증.pdf")));
        customer(new Content.Media(
                MediaKind.VOICE, "m3", "audio/ogg; codecs=opus", Optional.empty(), Optional.empty(), Optional.empty()));
        customer(new Content.Location(
                -6.17539,
                106.82715,
                Optional.of("Monas"),
                Optional.of("Jl. Medan Merdeka, Jakarta Pusat"),
                Optional.empty()));
        customer(new Content.Contacts(
                List.of(new Content.Card(
                        Optional.of("Budi Santoso"),
                        List.of("+62 811 2222 3333"),
                        List.of("budi@toko.example"),
                        Optional.of("Toko Budi"),
                        "{}")),
                false));
        customer(new Content.Order(
                "c1",
                Optional.of("Please gift-wrap 🎁"),
                List.of(
                        new Content.Item(
                                "SKU-19 · Wool coat, navy, size L", new BigDecimal("2"), new BigDecimal("14.5"), "GBP"),
                        new Content.Item("SKU-44", new BigDecimal("1"), new BigDecimal("3"), "GBP"))));
        customer(new Content.Choice(Content.Choice.Kind.LIST_ROW, "size-l", "Size L", Optional.of("Chest 104–110 cm")));
        customer(new Content.Form(
                "returns",
                Optional.of("Return request"),
                "{\"reason\":\"too large\",\"pick_up\":\"Friday\",\"flow_token\":\"x\"}"));
        customer(new Content.CallPermission(true, false));
        customer(new Content.Call("call1", "connect", Optional.of("FAILED")));
        customer(new Content.Unsupported(
                Optional.of("poll_creation"), 131051, Optional.of("Message type is not currently supported")));
        customer(new Content.Unknown(
                "hologram", "{\"type\":\"hologram\",\"hologram\":{\"id\":\"h1\",\"depth\":[1,2,3]}}"));
        add(
                new Author.Customer(),
                new Content.Text("Forwarded by a friend"),
                it -> it.withQuote(Optional.of(new Quote(Optional.empty(), Quote.Forward.OFTEN, Optional.empty()))));
        add(
                new Author.Customer(),
                new Content.Text("How much is this?"),
                it -> it.withQuote(Optional.of(new Quote(
                        Optional.empty(), Quote.Forward.NO, Optional.of(new Quote.Product("c1", "SKU-19"))))));
        add(
                new Author.Customer(),
                new Content.Text("About your message from last year"),
                it -> it.withQuote(Optional.of(Quote.of(new Wamid("wamid.gone")))));
        customer(new Content.Withheld(42));
        return this;
    }

    /** {@code count} texts of differing length, one a minute. */
    Gallery many(int count) {
        for (int number = 1; number <= count; number++) {
            after(Duration.ofSeconds(20));
            String text = "Message " + number + " " + "word ".repeat(number * 7 % 60);
            if (number % 3 == 0) {
                reply(number % 2 == 0 ? MINA : JOON, text, sending(SendingState.READ));
            } else {
                customer(text);
            }
        }
        return this;
    }

    private BubbleActions actions() {
        return new BubbleActions() {
            @Override
            public void open(URI address) {
                asked.add("open " + address);
            }

            @Override
            public void retry(MessageId message) {
                asked.add("retry " + message);
            }

            @Override
            public void settle(MessageId message, Settlement decision) {
                asked.add("settle " + message + " " + decision);
            }

            @Override
            public void takeBack(MessageId message) {
                asked.add("take back " + message);
            }

            @Override
            public void findOlder(MessageId message) {
                asked.add("find " + message);
            }
        };
    }
}
