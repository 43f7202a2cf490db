from gui.item_models.document_names import document_name
from model.consistency.values import Named


def test_a_document_is_called_by_its_symbol_else_by_its_name():
    assert document_name(Named("1", "2022__E_RES_2022_1-2110515A", "E/RES/2022/1")) == "E/RES/2022/1"
    assert document_name(Named("1", "draft")) == document_name(Named("1", "draft", "")) == "draft"
