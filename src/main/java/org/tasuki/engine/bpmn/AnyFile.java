package org.tasuki.engine.bpmn;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A BPMN file of any tool, opened to be looked at. It is never handed to the engine.
 *
 * @param text the file as it is, for a browser to draw
 */
public record AnyFile(Document document, String text) {

    /** So many bytes at most. */
    public static final int LIMIT = 10 * 1024 * 1024;

    public static AnyFile read(byte[] bytes) throws UnreadableProcess {
        if (bytes.length > LIMIT) {
            throw new UnreadableProcess("ファイルが大きすぎます（10 MBまで）。", "The file is too large (10 MB at most).");
        }
        Document document = SafeXml.readAny(bytes);
        Element root = document.getDocumentElement();
        if (!isBpmn(root) || !root.getLocalName().equals("definitions")) {
            throw new UnreadableProcess(
                    "BPMN 2.0 のファイルではありません（最上位に definitions がありません）。",
                    "This is no BPMN 2.0 file (no definitions at its top).");
        }
        return new AnyFile(document, decoded(bytes, document));
    }

    public static boolean isBpmn(Element element) {
        return Xml.BPMN.equals(element.getNamespaceURI());
    }

    private static String decoded(byte[] bytes, Document document) {
        String encoding = Objects.requireNonNullElse(document.getInputEncoding(), StandardCharsets.UTF_8.name());
        String text = new String(bytes, Charset.forName(encoding));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
