package dev.cairn.catalog;

import java.util.List;

/**
 * A document that the content was made from.
 *
 * @param id its file name
 * @param title what we call it
 * @param summary one or two sentences on what it holds
 * @param sections its headings, in its order
 */
public record Document(String id, String title, String summary, List<Section> sections)
    implements Entry {

  @Override
  public String name() {
    return title;
  }

  /**
   * A heading of a document.
   *
   * @param name the heading without its markup
   * @param label what members read as the source of something; never empty
   * @param empty whether the document announces the section and leaves it unwritten
   */
  public record Section(String name, String label, boolean empty) {}
}
