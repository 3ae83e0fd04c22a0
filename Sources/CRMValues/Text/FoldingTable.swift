/// The letters from U+00C0 to U+024F (Latin-1 Supplement, Latin Extended-A and B) without
/// their marks, in lower case, one byte a letter; `*` stands for two letters (æ, ß), `=` for no
/// Latin base letter. Made from the decompositions of the Unicode Character Database, with the
/// struck letters (đ, ð, ø, ł), which have none, added.
let foldedLatin: StaticString = """
  aaaaaa*ceeeeiiiidnooooo=ouuuuy**aaaaaa*ceeeeiiiidnooooo=ouuuuy*y\
  aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
  lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
  bbbb===ccdddd====ffg===ikkl==nnooo==pp=====ttttuu=vyyzz=========\
  ====*********aaiioouuuuuuuuuu=aaaa**ggggkkoooo==j***gg==nnaa**==\
  aaaaeeeeiiiioooorrrruuuusstt==hh=d==zzaaeeooooooooyylntj==acclts\
  z==bu=eejjqqrryy
  """

/// The letters from U+1E00 to U+1EFF (Latin Extended Additional), likewise.
let foldedLatinAdditional: StaticString = """
  aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
  mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
  wwwwwwwwwwxxxxyyzzzzzzhtwya===*=aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
  eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy====yy
  """
