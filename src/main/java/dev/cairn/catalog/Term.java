package dev.cairn.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * A term of art, in the glossary.
 *
 * @param name its standard name
 * @param definition two sentences
 * @param synonyms other terms for the same
 * @param spellings other spellings of its name
 * @param confusedWith ids of terms that it is easily taken for
 * @param days the numbers of the days that teach or use it, in order
 */
public record Term(
    String id,
    String name,
    String definition,
    List<String> synonyms,
    List<String> abbreviations,
    List<String> spellings,
    List<String> confusedWith,
    List<Integer> days,
    Source source)
    implements Entry {

  @Override
  public List<String> aliases() {
    return Stream.of(synonyms, abbreviations, spellings).flatMap(List::stream).toList();
  }
}
