package org.tasuki.engine.bpmn;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

    /** As its declaration says; without one, as its first bytes do. */
    private static String decoded(byte[] bytes, Document document) {
        String declared = document.getXmlEncoding();
        Charset charset = declared == null
                ? begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)
                        ? StandardCharsets.UTF_16
                        : StandardCharsets.UTF_8
                : Charset.forName(declared);
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
