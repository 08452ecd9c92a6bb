package dealscope.feed;

import dealscope.article.Entry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Items of Google News: the title ends with the publisher's name, the description lists other publishers' headlines and is
 * never taken for text, and the link is a token. A token of before the middle of 2024 holds the publisher's address and is
 * resolved here without a request; a newer one is opaque and stays as it is.
 */
final class GoogleNews {
    private static final int LONGEST_NAME = 60;
    private static final Pattern TOKEN = Pattern.compile("/(?:articles|read)/([A-Za-z0-9_-]{16,4000})=*+(?:[?#].*)?$");
    private static final int FIELD_ONE = 0x08;
    private static final int FIELD_FOUR = 0x22;

    private GoogleNews() {}

    static boolean isLink(@Nullable String link) {
        if (link == null) {
            return false;
        }
        try {
            String host = URI.create(link).getHost();
            return host != null && host.toLowerCase(Locale.ROOT).equals("news.google.com");
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    static Entry mend(Entry entry) {
        String title = entry.title();
        String source = entry.source();
        int dash = title.lastIndexOf(" - ");
        if (dash > 0) {
            String tail = title.substring(dash + 3).strip();
            String whole = source == null ? tail : source;
            if (title.endsWith(" - " + whole) && whole.length() <= LONGEST_NAME) {
                source = whole;
                title = title.substring(0, title.length() - whole.length() - 3).strip();
            }
        }
        String publisher = publisherLink(entry.link());
        return new Entry(
                entry.id(),
                title.isEmpty() ? entry.title() : title,
                publisher != null ? publisher : entry.link(),
                entry.published(),
                entry.updated(),
                entry.author(),
                null,
                null,
                source,
                entry.sourceUrl());
    }

    /** The address inside an old token, or null. */
    static @Nullable String publisherLink(@Nullable String link) {
        if (!isLink(link)) {
            return null;
        }
        Matcher matcher = TOKEN.matcher(link == null ? "" : link);
        if (!matcher.find()) {
            return null;
        }
        try {
            return addressIn(Base64.getUrlDecoder().decode(matcher.group(1)));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** A protobuf message: field 1 a number below 128, field 4 the address with its length as a varint. */
    private static @Nullable String addressIn(byte[] message) {
        if (message.length < 5 || message[0] != FIELD_ONE || message[2] != FIELD_FOUR) {
            return null;
        }
        int at = 3;
        int length = 0;
        for (int shift = 0; shift <= 14 && at < message.length; shift += 7) {
            length |= (message[at] & 0x7F) << shift;
            if ((message[at++] & 0x80) == 0) {
                break;
            }
        }
        if (at + length > message.length) {
            return null;
        }
        return Links.absolute(new String(message, at, length, StandardCharsets.UTF_8));
    }
}
